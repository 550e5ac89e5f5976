// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each dialect on the paths of a service that speaks it. */
@Timeout(60)
class FakeDialectTest {

    private static final String START = "2026-01-01T00:00:00Z";
    private static final String DETAIL =
            "{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\",\"reason\":\"STOCKOUT\"}";

    private final VirtualTime time = VirtualTime.manual();
    private final FakeOperationsServer server = FakeOperationsServer.start(time, Services.ALL, 0);
    private final Curl curl = new Curl(server);

    @AfterEach
    void close() {
        server.close();
    }

    private JsonObject get(String path) throws Exception {
        HttpResponse<String> answer = curl.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonObject.parse(answer.body());
    }

    private static List<String> values(JsonObject page, String list, String field) {
        return page.objects(list).stream()
                .map(operation -> operation.string(field).orElseThrow())
                .toList();
    }

    @Nested
    class Compute {

        private static final String ZONE = "projects/p/zones/z";
        private static final String NAME = ZONE + "/operations/o";
        private static final String PATH = "/compute/v1/" + NAME;
        private static final String LINK = "https://www.googleapis.com/compute/v1/";

        @Test
        void tellsTheStatusOfAnOperation() throws Exception {
            server.operation(NAME)
                    .startsAfter(Duration.ofSeconds(1))
                    .completesAfter(Duration.ofSeconds(3))
                    .metadata(Metadata.common("insert", ZONE + "/instances/i").withPercent(op -> 40));

            JsonObject pending = get(PATH);
            assertThat(pending.string("status")).contains("PENDING");
            assertThat(pending.string("insertTime")).contains(START);
            assertThat(pending.has("startTime")).isFalse();
            time.advance(Duration.ofSeconds(2));
            JsonObject running = get(PATH);
            assertThat(running.string("status")).contains("RUNNING");
            assertThat(running.string("startTime")).contains("2026-01-01T00:00:01Z");
            assertThat(running.integer("progress")).hasValue(40);
            time.advance(Duration.ofSeconds(2));
            JsonObject done = get(PATH);
            assertThat(done.string("status")).contains("DONE");
            assertThat(done.string("endTime")).contains("2026-01-01T00:00:03Z");
            assertThat(done.integer("progress")).hasValue(100);
            assertThat(done.has("error")).isFalse();
        }

        @Test
        void namesAnOperationByItsIdAndItsLink() throws Exception {
            server.operation(NAME).metadata(Metadata.common("insert", ZONE + "/instances/i"));

            JsonObject operation = get(PATH);

            assertThat(operation.string("kind")).contains("compute#operation");
            assertThat(operation.string("name")).contains("o");
            assertThat(operation.string("operationType")).contains("insert");
            assertThat(operation.string("targetLink")).contains(LINK + ZONE + "/instances/i");
            assertThat(operation.string("zone")).contains(LINK + ZONE);
            assertThat(operation.string("selfLink")).contains(LINK + NAME);
            assertThat(operation.string("user")).contains("user@example.com");
            assertThat(operation.has("metadata")).isFalse();
            assertThat(get("/compute/v1/projects/p/regions/r/operations/stuck-x")
                            .string("region"))
                    .contains(LINK + "projects/p/regions/r");
            assertThat(get("/compute/v1/projects/p/global/operations/stuck-x").fields())
                    .doesNotContain("zone", "region");
        }

        @Test
        void givesAnErrorItsWordAndItsHttpStatus() throws Exception {
            server.operation(NAME).byItself(Duration.ZERO, TerminalState.FAILED).error(8, "No room.", DETAIL);

            assertThat(curl.get(PATH).body())
                    .contains("\"error\":{\"errors\":[{\"code\":\"RESOURCE_EXHAUSTED\",\"message\":\"No room.\","
                            + "\"errorDetails\":[{\"errorInfo\":" + DETAIL + "}]}]}"
                            + ",\"httpErrorStatusCode\":429,\"httpErrorMessage\":\"RESOURCE EXHAUSTED\"");
        }

        @Test
        void listsItemsInPages() throws Exception {
            List.of("a", "b", "c").forEach(id -> server.operation(ZONE + "/operations/" + id));

            JsonObject first = get("/compute/v1/" + ZONE + "/operations?maxResults=2&pageSize=1");
            JsonObject second = get("/compute/v1/" + ZONE + "/operations?maxResults=2&pageToken="
                    + first.string("nextPageToken").orElseThrow());

            assertThat(first.string("kind")).contains("compute#operationList");
            assertThat(values(first, "items", "name")).containsExactly("a", "b");
            assertThat(values(second, "items", "selfLink")).containsExactly(LINK + ZONE + "/operations/c");
            assertThat(second.has("nextPageToken")).isFalse();
        }

        @Test
        void listsOperationsInDeploymentManager() throws Exception {
            server.operation("projects/p/global/operations/o");

            assertThat(curl.get("/deploymentmanager/v2/projects/p/global/operations")
                            .body())
                    .startsWith("{\"operations\":[{\"kind\":\"compute#operation\"");
        }

        @Test
        void filtersByStatus() throws Exception {
            server.operation(ZONE + "/operations/runs");
            server.operation(ZONE + "/operations/done").alreadyDone();
            String list = "/compute/v1/" + ZONE + "/operations?filter=";

            assertThat(values(get(list + "status%3DDONE"), "items", "name")).containsExactly("done");
            assertThat(values(get(list + "status%20!%3D%20DONE"), "items", "name"))
                    .containsExactly("runs");
            assertThat(values(get(list + "(status%20eq%20%22RUNNING%22)"), "items", "name"))
                    .containsExactly("runs");
            HttpResponse<String> rejected = curl.get(list + "done%3Dtrue");
            assertThat(rejected.statusCode()).isEqualTo(400);
            assertThat(rejected.body()).contains("Invalid value for field 'filter'", "\"reason\":\"invalid\"");
        }

        @Test
        void waitsTwoMinutesAtMost() throws Exception {
            server.operation(NAME);
            CompletableFuture<HttpResponse<String>> waiting = curl.postLater(PATH + "/wait", "");
            time.awaitPending(1);

            time.advance(Duration.ofSeconds(119));
            assertThat(waiting).isNotDone();
            time.advance(Duration.ofSeconds(1));
            assertThat(waiting.get(5, SECONDS).body()).contains("\"status\":\"RUNNING\"");
        }

        @Test
        void hasNoCancel() throws Exception {
            server.operation(NAME);

            assertThat(curl.post(PATH + ":cancel").statusCode()).isEqualTo(404);
            assertThat(curl.post(PATH + "/cancel").statusCode()).isEqualTo(404);
            assertThat(server.operationRecord(NAME).cancelRequests()).isZero();
        }

        @Test
        void deletesAnOperation() throws Exception {
            server.operation(NAME);

            assertThat(curl.delete(PATH).body()).isEqualTo("{}");
            HttpResponse<String> gone = curl.get(PATH);
            assertThat(gone.statusCode()).isEqualTo(404);
            assertThat(gone.body())
                    .isEqualTo("{\"error\":{\"code\":404,\"message\":\"Resource '" + NAME + "' was not found\","
                            + "\"errors\":[{\"message\":\"Resource '" + NAME + "' was not found\","
                            + "\"domain\":\"global\",\"reason\":\"notFound\"}]}}");
        }
    }

    @Nested
    class Container {

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
                    .metadata(Metadata.common("UPGRADE_MASTER", ZONE + "/clusters/c")
                            .withPercent(op -> 40));

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
    }

    @Nested
    class SqlAdmin {

        private static final String NAME = "projects/p/operations/o";
        private static final String PATH = "/sql/v1beta4/" + NAME;

        @Test
        void cancelsByAPathWithASlash() throws Exception {
            server.operation(NAME).cancelsAfter(Duration.ofSeconds(5));

            assertThat(curl.post(PATH + ":cancel").statusCode()).isEqualTo(404);
            HttpResponse<String> said = curl.post(PATH + "/cancel", "{\"name\":\"o\"}");
            assertThat(said.statusCode()).isEqualTo(400);
            assertThat(said.body()).contains("must be empty, {}; got");
            assertThat(curl.post(PATH + "/cancel").body()).isEqualTo("{}");
            assertThat(get(PATH).string("status")).contains("RUNNING");
            time.advance(Duration.ofSeconds(5));
            assertThat(get(PATH).object("error").orElseThrow().raw())
                    .isEqualTo("{\"kind\":\"sql#operationErrors\",\"errors\":[{\"kind\":\"sql#operationError\","
                            + "\"code\":\"CANCELLED\",\"message\":\"The operation was cancelled.\"}]}");
        }

        @Test
        void tellsTimesAndTarget() throws Exception {
            server.operation(NAME)
                    .metadata(Metadata.common("EXPORT", "projects/p/instances/i"))
                    .completesAfter(Duration.ofSeconds(1));
            time.advance(Duration.ofSeconds(1));

            JsonObject operation = get(PATH);

            assertThat(operation.string("kind")).contains("sql#operation");
            assertThat(operation.string("name")).contains("o");
            assertThat(operation.string("operationType")).contains("EXPORT");
            assertThat(operation.string("targetId")).contains("i");
            assertThat(operation.string("targetProject")).contains("p");
            assertThat(operation.string("insertTime")).contains(START);
            assertThat(operation.string("endTime")).contains("2026-01-01T00:00:01Z");
            assertThat(operation.string("selfLink")).contains("https://sqladmin.googleapis.com" + PATH);
        }

        @Test
        void listsTheItemsOfAnInstance() throws Exception {
            server.operation(NAME).metadata(Metadata.common("EXPORT", "projects/p/instances/i"));
            server.operation("projects/p/operations/other");

            JsonObject page = get("/sql/v1beta4/projects/p/operations?instance=i&maxResults=1");

            assertThat(values(page, "items", "name")).containsExactly("o");
            assertThat(get("/sql/v1beta4/projects/p/operations?maxResults=1").has("nextPageToken"))
                    .isTrue();
        }
    }

    @Nested
    class Dns {

        private static final String ZONE = "projects/p/locations/l/managedZones/z";
        private static final String PATH = "/dns/v2/" + ZONE + "/operations/";

        @Test
        void isPendingUntilItIsDone() throws Exception {
            server.operation(ZONE + "/operations/o").byItself(Duration.ofSeconds(1), TerminalState.FAILED);

            assertThat(curl.get(PATH + "o").body())
                    .isEqualTo("{\"kind\":\"dns#operation\",\"id\":\"o\",\"startTime\":\"" + START
                            + "\",\"status\":\"PENDING\",\"user\":\"user@example.com\",\"type\":\"update\","
                            + "\"zoneContext\":{\"newValue\":{\"kind\":\"dns#managedZone\",\"name\":\"z\"}}}");
            time.advance(Duration.ofSeconds(1));
            assertThat(get(PATH + "o").string("status")).contains("DONE");
        }

        @Test
        void listsOperationsInPages() throws Exception {
            server.operation(ZONE + "/operations/a");
            server.operation(ZONE + "/operations/b");

            JsonObject page = get("/dns/v2/" + ZONE + "/operations?maxResults=1");

            assertThat(values(page, "operations", "id")).containsExactly("a");
            assertThat(page.has("nextPageToken")).isTrue();
        }
    }

    @Nested
    class DnsOfLocations {

        private static final String PATH = "/dns/v1/projects/p/locations/l/operations";

        @Test
        void isGoogleLongrunning() throws Exception {
            String name = "projects/p/locations/l/operations/cancels-0-x";

            assertThat(curl.post(PATH + "/cancels-0-x:cancel", "{\"name\":\"" + name + "\"}")
                            .body())
                    .isEqualTo("{}");
            assertThat(get(PATH + "/cancels-0-x").object("error").orElseThrow().integer("code"))
                    .hasValue(1);
            assertThat(values(get(PATH + "?pageSize=1&filter=done=true"), "operations", "name"))
                    .containsExactly(name);
        }
    }

    @Nested
    class Storage {

        private static final String NAME = "projects/_/buckets/b/operations/o";
        private static final String PATH = "/storage/v1/b/b/operations";

        @Test
        void hasNamesThatAreNotInItsPaths() throws Exception {
            server.operation(NAME).cancelsAfter(Duration.ZERO);

            assertThat(values(get(PATH), "operations", "name")).containsExactly(NAME);
            assertThat(curl.post(PATH + "/o/cancel").body()).isEqualTo("{}");
            assertThat(get(PATH + "/o").object("error").orElseThrow().integer("code"))
                    .hasValue(1);
        }
    }
}
