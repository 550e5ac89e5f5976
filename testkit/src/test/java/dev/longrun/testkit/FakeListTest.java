// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class FakeListTest {

    private static final String PARENT = "projects/p/locations/l";
    private static final String PATH = "/v1/" + PARENT + "/operations";

    private final VirtualTime time = VirtualTime.manual();
    private final FakeOperationsServer server = FakeOperationsServer.start(time, Services.ALL, 0);
    private final Curl curl = new Curl(server);

    @AfterEach
    void close() {
        server.close();
    }

    private JsonObject list(String path) throws Exception {
        HttpResponse<String> answer = curl.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonObject.parse(answer.body());
    }

    private List<String> names(JsonObject page) {
        return page.objects("operations").stream()
                .map(operation -> operation.string("name").orElseThrow())
                .toList();
    }

    private void script(String... names) {
        for (String name : names) {
            server.operation(name);
        }
    }

    @Test
    void showsTheOperationsOfItsParentAndNoOthers() throws Exception {
        script(
                PARENT + "/operations/b",
                PARENT + "/operations/a",
                PARENT + "/endpoints/e/operations/x",
                PARENT + "l/operations/y");

        assertThat(names(list(PATH))).containsExactly(PARENT + "/operations/a", PARENT + "/operations/b");
    }

    @Test
    void ofNothingIsAnEmptyObject() throws Exception {
        assertThat(curl.get(PATH).body()).isEqualTo("{}");
    }

    @Test
    void comesInPages() throws Exception {
        script(PARENT + "/operations/a", PARENT + "/operations/b", PARENT + "/operations/c");

        JsonObject first = list(PATH + "?pageSize=2");
        JsonObject second = list(
                PATH + "?pageSize=2&pageToken=" + first.string("nextPageToken").orElseThrow());

        assertThat(names(first)).containsExactly(PARENT + "/operations/a", PARENT + "/operations/b");
        assertThat(names(second)).containsExactly(PARENT + "/operations/c");
        assertThat(second.has("nextPageToken")).isFalse();
    }

    @Test
    void ofManyThousandsIsReadPageByPage() throws Exception {
        for (int i = 0; i < 10_000; i++) {
            server.operation(PARENT + "/operations/o" + i);
        }
        List<String> all = new ArrayList<>();
        String token = "";
        do {
            JsonObject page = list(PATH + "?pageSize=500&pageToken=" + token);
            all.addAll(names(page));
            token = page.string("nextPageToken").orElse("");
        } while (!token.isEmpty());

        assertThat(all).hasSize(10_000).doesNotHaveDuplicates();
        assertThat(server.requestCount()).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({"done=true, done", "done%20%3D%20false, running", "done:false, running", "'', both"})
    void isFilteredByDone(String filter, String expected) throws Exception {
        script(PARENT + "/operations/running");
        server.operation(PARENT + "/operations/done").completesAfter(Duration.ofSeconds(1));
        time.advance(Duration.ofSeconds(1));

        List<String> names = names(list(PATH + "?filter=" + filter));
        assertThat(names).hasSize(expected.equals("both") ? 2 : 1);
        assertThat(expected.equals("both") || names.get(0).endsWith('/' + expected))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pageSize=-1  | pageSize must be a number, 0 or more; got \\\"-1\\\"",
                "filter=x%3D1 | filter must be empty, done=true or done=false; got \\\"x=1\\\"",
                "pageToken=!! | pageToken must come from an earlier page of the same list; got \\\"!!\\\"",
                "pageToken=YQ | pageToken must come from an earlier page of the same list; got \\\"YQ\\\"",
            })
    void refusesWhatNoServiceUnderstands(String query, String message) throws Exception {
        HttpResponse<String> answer = curl.get(PATH + '?' + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"status\":\"INVALID_ARGUMENT\"", message);
    }

    @Test
    void ofAnyLocationShowsThemAll() throws Exception {
        script(
                "projects/p/locations/a/operations/1",
                "projects/p/locations/b/operations/2",
                "projects/q/locations/a/operations/3");

        assertThat(names(list("/v1/projects/p/locations/-/operations")))
                .containsExactly("projects/p/locations/a/operations/1", "projects/p/locations/b/operations/2");
    }

    @Test
    void namesWhatCannotBeReachedIfAskedToAndElseFails() throws Exception {
        script("projects/p/locations/a/operations/1", "projects/p/locations/b/operations/2");
        server.unreachable("projects/p/locations/b");

        JsonObject partial = list("/v1/projects/p/locations/-/operations?returnPartialSuccess=true");
        assertThat(names(partial)).containsExactly("projects/p/locations/a/operations/1");
        assertThat(partial.strings("unreachable")).containsExactly("projects/p/locations/b");
        assertThat(curl.get("/v1/projects/p/locations/-/operations").statusCode())
                .isEqualTo(503);
        assertThat(curl.get("/v1/projects/p/locations/a/operations").statusCode())
                .isEqualTo(200);
    }

    @Test
    void takesEachFormOfParent() throws Exception {
        script("operations/a", "transferOperations/t", "operations/projects/p/operations/o");

        assertThat(names(list("/v1/operations"))).contains("operations/a");
        assertThat(names(list("/v1/transferOperations"))).containsExactly("transferOperations/t");
        assertThat(names(list("/v2/operations/projects/p/operations")))
                .containsExactly("operations/projects/p/operations/o");
    }

    @ParameterizedTest
    @CsvSource({
        "?name=projects/p,                        projects/p/operations/1",
        "?name=projects/p/operations,             projects/p/operations/1",
        "?name=projects%2Fp%2Flocations%2Fl,      projects/p/locations/l/operations/2",
        "?name=operations,                        operations/3",
        "?name=,                                  operations/3",
        "?pageSize=5,                             operations/3",
    })
    void takesTheParentInTheQueryWhereThePathHasNone(String query, String expected) throws Exception {
        script("projects/p/operations/1", "projects/p/locations/l/operations/2", "operations/3");

        assertThat(names(list("/v1/operations" + query))).containsExactly(expected);
    }
}
