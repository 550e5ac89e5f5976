// SPDX-License-Identifier: Apache-2.0
package dev.longrun.dialogflow.cx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.dialogflow.cx.v3beta1.DialogflowCx;
import dev.longrun.dialogflow.cx.v3beta1.TestCaseName;
import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DialogflowCxMetadataTest {

    @Test
    void aStructIsTheObjectInIt() throws IOException {
        Struct metadata =
                (Struct) DialogflowCxMetadata.of(operation("train-flow")).orElseThrow();

        assertThat(metadata.value().flatMap(value -> value.string("phase"))).contains("TRAINING");
        assertThat(metadata.value().map(value -> value.integer("percent"))).contains(OptionalLong.of(40));
    }

    @Test
    void whatFailedIsListedWithItsStatus() throws IOException {
        BatchRunTestCasesMetadata metadata = (BatchRunTestCasesMetadata)
                DialogflowCxMetadata.of(operation("batch-run-test-cases")).orElseThrow();

        assertThat(metadata.errors()).hasSize(2);
        TestError error = metadata.errors().get(0);
        assertThat(error.testCase().map(TestCaseName::parse).map(TestCaseName::id))
                .contains("t-1");
        assertThat(error.status().map(Status::code)).contains(Code.DEADLINE_EXCEEDED);
        assertThat(metadata.errors().get(1).testCase()).isEmpty();
    }

    @Test
    void metadataWithoutFieldsTellsWhatIsGoingOn() throws IOException {
        assertThat(DialogflowCxMetadata.of(operation("export-intents")))
                .containsInstanceOf(ExportIntentsMetadata.class);
    }

    @Test
    void aValueThatIsNewerThanThisLibraryIsKeptAsText() {
        TestRunDifference difference = TestRunDifference.of(JsonObject.parse("""
                {"type": "TONE", "description": "less friendly"}
                """));

        assertThat(difference.type()).contains(new TestRunDifference.DiffType("TONE"));
        assertThat(TestRunDifference.of(JsonObject.parse("{\"type\": \"INTENT\"}"))
                        .type())
                .contains(TestRunDifference.DiffType.INTENT);
    }

    private static Operation operation(String file) throws IOException {
        try (InputStream in = DialogflowCxMetadataTest.class.getResourceAsStream(file + ".json")) {
            JsonObject json = JsonObject.parse(in.readAllBytes());
            return Operation.read(
                    DialogflowCx.parseOperation(json.string("name").orElseThrow()), json);
        }
    }
}
