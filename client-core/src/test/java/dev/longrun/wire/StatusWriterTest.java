// SPDX-License-Identifier: Apache-2.0
package dev.longrun.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.json.Fixture;
import dev.longrun.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusWriterTest {

    @Test
    void writesAStatusOnOneLine() {
        assertThat(StatusWriter.status(Status.of(Code.CANCELLED, "by \"ann\"")))
                .isEqualTo("{\"code\":1,\"message\":\"by \\\"ann\\\"\"}");
    }

    @Test
    void writesAnErrorBodyWithTheHttpStatusAsItsCode() {
        assertThat(StatusWriter.errorBody(Status.of(Code.NOT_FOUND, "gone"), 404))
                .isEqualTo("{\"error\":{\"code\":404,\"message\":\"gone\",\"status\":\"NOT_FOUND\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "service-disabled.json",
                "rate-limit.json",
                "failed-precondition.json",
                "bad-request.json",
                "not-found.json",
                "internal.json",
                "older-rate-limit.json"
            })
    void writesEveryKindOfDetailSoThatItIsReadBack(String file) {
        Status status = StatusReader.errorBody(Fixture.bytes(file)).orElseThrow();

        String inOperation = StatusWriter.status(status);
        String asBody = StatusWriter.errorBody(status, 400);

        assertThat(StatusReader.status(JsonObject.parse(inOperation))).isEqualTo(status);
        assertThat(StatusReader.errorBody(asBody.getBytes(UTF_8))).contains(status);
    }

    @Test
    void writesUnknownDetailsAsTheyCame() {
        Status status =
                StatusReader.errorBody(Fixture.bytes("unknown-details.json")).orElseThrow();

        assertThat(StatusWriter.status(status))
                .contains("{\"hint\":\"no type\"}")
                .contains("\"until\":{\"seconds\":\"17\"}}")
                .doesNotContain("\n");
    }
}
