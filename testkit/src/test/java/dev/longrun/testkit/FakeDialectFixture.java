// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A server of services that speak all dialects. */
abstract class FakeDialectFixture {

    static final String START = "2026-01-01T00:00:00Z";
    static final String DETAIL = "{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\",\"reason\":\"STOCKOUT\"}";

    final VirtualTime time = VirtualTime.manual();
    final FakeOperationsServer server = FakeOperationsServer.start(time, Services.ALL, 0);
    final Curl curl = new Curl(server);

    @AfterEach
    void close() {
        server.close();
    }

    JsonObject get(String path) throws Exception {
        HttpResponse<String> answer = curl.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonObject.parse(answer.body());
    }

    static List<String> values(JsonObject page, String list, String field) {
        return page.objects(list).stream()
                .map(operation -> operation.string(field).orElseThrow())
                .toList();
    }
}
