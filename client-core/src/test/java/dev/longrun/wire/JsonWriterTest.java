// SPDX-License-Identifier: Apache-2.0
package dev.longrun.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

    @Test
    void writesFieldsInTheOrderOfTheCalls() {
        String json = JsonWriter.object()
                .put("outcome", "CANCELLED")
                .put("polls", 3)
                .put("elapsedMs", 9_007_199_254_740_993L)
                .put("rate", 0.5)
                .put("acknowledged", true)
                .putNull("cause")
                .put("tags", List.of("a", "b"))
                .put("labels", Map.of("k", "v"))
                .putRaw("operation", "{\"done\":true}")
                .putRaw("pages", List.of("{}", "[1]"))
                .end();

        assertThat(json)
                .isEqualTo("{\"outcome\":\"CANCELLED\",\"polls\":3,\"elapsedMs\":9007199254740993,\"rate\":0.5,"
                        + "\"acknowledged\":true,\"cause\":null,\"tags\":[\"a\",\"b\"],\"labels\":{\"k\":\"v\"},"
                        + "\"operation\":{\"done\":true},\"pages\":[{},[1]]}");
    }

    @Test
    void writesAnEmptyObject() {
        assertThat(JsonWriter.object().end()).isEqualTo("{}");
    }

    @Test
    void escapesWhatWouldBreakTheLine() {
        assertThat(JsonWriter.object().put("m\"", "a\nb\u0000").end()).isEqualTo("{\"m\\\"\":\"a\\nb\\u0000\"}");
    }

    @Test
    void putsIndentedJsonOnOneLineAndLeavesItsStringsAlone() {
        String indented = "{\n  \"a b\": \"c  \\\" d\\\\\",\r\n\t\"n\": [ 1.50, 2 ]\n}";

        assertThat(JsonWriter.object().putRaw("x", indented).end())
                .isEqualTo("{\"x\":{\"a b\":\"c  \\\" d\\\\\",\"n\":[1.50,2]}}");
    }

    @Test
    void writesWhatIsNoNumberAsProtoJsonDoes() {
        assertThat(JsonWriter.object().put("n", Double.NaN).end()).isEqualTo("{\"n\":\"NaN\"}");
    }

    @Test
    void refusesToGoOnAfterTheEnd() {
        JsonWriter writer = JsonWriter.object().put("a", 1);
        writer.end();

        assertThatThrownBy(() -> writer.put("b", 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this JSON object has ended: {\"a\":1}");
    }
}
