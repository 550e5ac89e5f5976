// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.json.JsonObject;
import dev.longrun.service.ServiceDefinition;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GKE. */
@Timeout(60)
class FakeContainerTest extends FakeDialectFixture {

    private static final String ZONE = "projects/p/zones/z";
    private static final String NAME = ZONE + "/operations/o";

    @Test
    void isAbortingAfterACancelAndThenJustDone() throws Exception {
        server.operation(NAME).cancelsAfter(Duration.ofSeconds(5));
        assertThat(get("/v1/" + NAME).string("status")).contains("RUNNING");

        HttpResponse<String> accepted =
                curl.post("/v1/" + NAME + ":cancel", "{\"projectId\":\"p\",\"zone\":\"z\",\"operationId\":\"o\"}");

        assertThat(accepted.body()).isEqualTo("{}");
        assertThat(get("/v1/" + NAME).string("status")).contains("ABORTING");
        time.advance(Duration.ofSeconds(5));
        JsonObject done = get("/v1/" + NAME);
        assertThat(done.string("status")).contains("DONE");
        assertThat(done.string("endTime")).contains("2026-01-01T00:00:05Z");
        assertThat(done.has("error")).isFalse();
    }

    @Test
    void hasTheErrorOfGoogleLongrunning() throws Exception {
        server.operation(NAME).byItself(Duration.ZERO, TerminalState.FAILED).error(8, "No room.", DETAIL);

        assertThat(curl.get("/v1/" + NAME).body())
                .contains("\"error\":{\"code\":8,\"message\":\"No room.\",\"details\":[" + DETAIL + "]}");
    }

    @Test
    void linksToItselfAndItsTarget() throws Exception {
        server.operation(NAME)
                .metadata(
                        Metadata.common("UPGRADE_MASTER", ZONE + "/clusters/c").withPercent(op -> 40));

        JsonObject operation = get("/v1/" + NAME);

        assertThat(operation.string("name")).contains("o");
        assertThat(operation.string("operationType")).contains("UPGRADE_MASTER");
        assertThat(operation.string("selfLink")).contains("https://container.googleapis.com/v1/" + NAME);
        assertThat(operation.string("targetLink"))
                .contains("https://container.googleapis.com/v1/" + ZONE + "/clusters/c");
        assertThat(operation.string("location")).contains("z");
        assertThat(operation.raw("progress").orElseThrow()).contains("\"intValue\":\"40\"");
    }

    @Test
    void listsAllOnOnePage() throws Exception {
        for (int i = 0; i < 150; i++) {
            server.operation(ZONE + "/operations/" + i);
        }

        JsonObject page = get("/v1/" + ZONE + "/operations?pageSize=1");

        assertThat(page.objects("operations")).hasSize(150);
        assertThat(page.has("nextPageToken")).isFalse();
    }

    @Test
    void namesTheZonesThatAreMissing() throws Exception {
        server.operation("projects/p/zones/a/operations/1");
        server.unreachable("projects/p/zones/b");

        JsonObject page = get("/v1/projects/p/zones/-/operations");

        assertThat(values(page, "operations", "name")).containsExactly("1");
        assertThat(page.strings("missingZones")).containsExactly("b");
    }

    @Test
    void isGoogleLongrunningOnAPathThatItSharesWithOthers() throws Exception {
        String name = "projects/p/locations/l/operations/done-x";

        assertThat(get("/v1/" + name).bool("done")).contains(true);
        try (FakeOperationsServer gke = FakeOperationsServer.start(time, Services.only("container"), 0)) {
            assertThat(new Curl(gke).get("/v1/" + name).body()).contains("\"status\":\"DONE\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"container file", "file container"})
    void isGoogleLongrunningThereWhicheverServiceComesFirst(String names) throws Exception {
        List<ServiceDefinition> services = Stream.of(names.split(" "))
                .flatMap(name -> Services.only(name).stream())
                .toList();

        try (FakeOperationsServer both = FakeOperationsServer.start(time, services, 0)) {
            assertThat(new Curl(both)
                            .get("/v1/projects/p/locations/l/operations/done-x")
                            .body())
                    .contains("\"done\":true")
                    .doesNotContain("status");
        }
    }
}
