// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cloud DNS. */
@Timeout(60)
class FakeDnsTest extends FakeDialectFixture {

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

    @Nested
    class OfLocations {

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
}
