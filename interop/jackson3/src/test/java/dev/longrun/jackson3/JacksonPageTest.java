// SPDX-License-Identifier: Apache-2.0
package dev.longrun.jackson3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.OperationsClient;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The example of the page is compiled and run here. */
class JacksonPageTest {

    record Instance(String tier) {}

    @Test
    void exampleIsCompiledAndRuns() throws IOException {
        OperationName name = CancelledOnServer.name("cancels-0-page");
        Operation operation = Operation.read(
                name, JsonObject.parse("{\"done\": true, \"response\": {\"@type\": \"x/y\", \"tier\": \"BASIC\"}}"));
        try (CancelledOnServer cancelled = new CancelledOnServer()) {
            OperationsClient client = cancelled.client;
            JsonMapper mapper =
                    JsonMapper.builder().addModule(new LongrunJacksonModule()).build();
            String line = mapper.writeValueAsString(client.canceller().cancel(name)); // as lro cancel --format=json

            ProtoJson json = ProtoJson.by(mapper);
            Instance made = operation.response().orElseThrow().decode(json.as(Instance.class));
            assertThat(line).contains("\"outcome\":\"CANCELLED\"");
            assertThat(made.tier()).isEqualTo("BASIC");
        }
        Path sources = Path.of("src", "main", "java", "dev", "longrun", "jackson3");
        String page = Files.readString(sources.resolve("package-info.java"));
        String example = page.substring(page.indexOf("{@code\n") + "{@code\n".length(), page.indexOf("}</pre>"));
        assertThat(Files.readString(
                        Path.of("src", "test", "java", "dev", "longrun", "jackson3", "JacksonPageTest.java")))
                .containsIgnoringWhitespaces(example.replaceAll("(?m)^ \\* ?", ""));
    }
}
