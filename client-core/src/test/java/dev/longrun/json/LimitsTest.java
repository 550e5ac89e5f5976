// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    @Nested
    class Depth {

        @ParameterizedTest
        @CsvSource({"'[', ']'", "'{\"a\":', '}'"})
        void of64IsRead(String open, String close) {
            assertThat(JsonObject.parse(nested(64, open, close)).has("a")).isTrue();
        }

        @ParameterizedTest
        @CsvSource({"'[', ']'", "'{\"a\":', '}'"})
        void of65IsRefused(String open, String close) {
            assertThatThrownBy(() -> JsonObject.parse(nested(65, open, close)))
                    .isInstanceOf(JsonException.class)
                    .hasMessageContaining("Document nesting depth (65) exceeds the maximum allowed (64)")
                    .hasMessageNotContaining("StreamReadConstraints");
        }

        @Test
        void ofAMillionIsRefusedBeforeItHurts() {
            assertThatThrownBy(() -> JsonObject.parse("{\"a\":".repeat(1_000_000)))
                    .hasMessageContaining("Document nesting depth (65)");
        }

        private static String nested(int depth, String open, String close) {
            return "{\"a\":" + open.repeat(depth - 1) + "1" + close.repeat(depth - 1) + "}";
        }
    }

    @Nested
    class AString {

        private static final int LONGEST = 8 * 1024 * 1024;

        @ParameterizedTest
        @CsvSource({"'{\"a\":', '}'", "'{\"a\":[{\"b\":[', ']}]}'"})
        void of8MiCharactersIsReadWhereverItIs(String before, String after) {
            String text = before + '"' + "x".repeat(LONGEST) + '"' + after;

            assertThat(JsonObject.parse(text).raw()).hasSameSizeAs(text);
        }

        @ParameterizedTest
        @CsvSource({"'{\"a\":', '}'", "'{\"a\":[{\"b\":[', ']}]}'", "'{\"a\":[{},[],\"\",1,{\"b\":', '}]}'"})
        void ofOneMoreIsRefusedWhereverItIs(String before, String after) {
            String text = before + '"' + "x".repeat(LONGEST + 1) + '"' + after;

            assertThatThrownBy(() -> JsonObject.parse(text))
                    .isInstanceOf(JsonException.class)
                    .hasMessageContaining("a string has 8388609 characters; at most 8388608 are read");
        }

        @Test
        void thatIsLongLeavesTheRestReadable() {
            String text = "{\"a\":{\"b\":[\"" + "x".repeat(LONGEST) + "\",{}]},\"c\":\"d\",\"e\":[],\"f\":true}";
            JsonObject json = JsonObject.parse(text);

            assertThat(json.string("c")).contains("d");
            assertThat(json.raw("e")).contains("[]");
            assertThat(json.bool("f")).contains(true);
            assertThat(json.object("a").orElseThrow().strings("b")).hasSize(1);
        }
    }

    @Nested
    class ADocument {

        private static final int LARGEST = 16 * 1024 * 1024;

        @Test
        void of16MiBIsRead() {
            byte[] bytes = document(LARGEST);

            assertThat(bytes).hasSize(LARGEST);
            assertThat(JsonObject.parse(bytes).fields()).containsExactly("a");
        }

        @Test
        void ofOneByteMoreIsRefusedUnread() {
            assertThatThrownBy(() -> JsonObject.parse(document(LARGEST + 1)))
                    .isInstanceOf(JsonException.class)
                    .hasMessage("JSON text has 16777217 bytes; at most 16777216 are read; it begins: {\"a\":1");
        }

        private static byte[] document(int length) {
            return ("{\"a\":1" + "\n".repeat(length - 7) + "}").getBytes(US_ASCII);
        }
    }

    @Nested
    class AName {

        @Test
        void of4KiBIsRead() {
            assertThat(JsonObject.parse(named(4096)).fields()).hasSize(1);
        }

        @Test
        void of5000BytesIsRefused() {
            assertThatThrownBy(() -> JsonObject.parse(named(5_000)))
                    .isInstanceOf(JsonException.class)
                    .hasMessageContaining("exceeds the maximum allowed (4096)");
        }

        private static String named(int length) {
            return "{\"" + "x".repeat(length) + "\":1}";
        }
    }

    @Test
    void aNumberOfMoreThanAThousandDigitsIsRefused() {
        assertThatThrownBy(() -> JsonObject.parse("{\"a\":" + "1".repeat(1_001) + "}"))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("exceeds the maximum allowed (1000)");
    }
}
