// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Compute Engine and Deployment Manager. */
@Timeout(60)
class FakeComputeTest extends FakeDialectFixture {

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
        assertThat(get("/compute/v1/projects/p/regions/r/operations/stuck-x").string("region"))
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
    void listsAllPlacesOfAProject() throws Exception {
        server.operation(ZONE + "/operations/a");
        server.operation("projects/p/regions/r/operations/b").alreadyDone();
        server.operation("projects/p/locations/l/operations/ofAnotherService");
        server.operation("projects/other/zones/z/operations/c");
        String list = "/compute/v1/projects/p/aggregated/operations";

        JsonObject first = get(list + "?maxResults=1");
        JsonObject second = get(list + "?maxResults=1&pageToken="
                + first.string("nextPageToken").orElseThrow());

        assertThat(first.string("kind")).contains("compute#operationAggregatedList");
        assertThat(first.object("items").orElseThrow().raw())
                .startsWith(
                        "{\"global\":{\"warning\":{\"code\":\"NO_RESULTS_ON_PAGE\"}},\"regions/r\":{\"operations\":[{");
        assertThat(values(place(second, "zones/z"), "operations", "selfLink"))
                .containsExactly(LINK + ZONE + "/operations/a");
        assertThat(second.has("nextPageToken")).isFalse();
        assertThat(place(get(list + "?filter=status%3DRUNNING"), "zones/z").objects("operations"))
                .hasSize(1);
        assertThat(get(list + "?filter=status%3DRUNNING")
                        .object("items")
                        .orElseThrow()
                        .has("regions/r"))
                .isFalse();
    }

    private static JsonObject place(JsonObject page, String place) {
        return page.object("items").orElseThrow().object(place).orElseThrow();
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
        assertThat(values(get(list + "status%20!%3D%20DONE"), "items", "name")).containsExactly("runs");
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
