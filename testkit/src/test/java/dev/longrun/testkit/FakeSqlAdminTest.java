// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cloud SQL. */
@Timeout(60)
class FakeSqlAdminTest extends FakeDialectFixture {

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
