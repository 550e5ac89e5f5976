// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectTest {

    /** Single quotes for double ones, so that rows can be read. */
    private static JsonObject json(String text) {
        return JsonObject.parse(text.replace('\'', '"'));
    }

    @Nested
    class AnOperation {

        private final JsonObject operation = JsonObject.parse(Fixture.bytes("operation.json"));
        private final JsonObject metadata = operation.object("metadata").orElseThrow();

        @Test
        void isReadFieldByField() {
            assertThat(operation.fields()).containsExactly("name", "metadata", "done", "error");
            assertThat(operation.bool("done")).contains(true);
            assertThat(metadata.string("verb")).contains("create");
            assertThat(metadata.bool("cancelRequested")).contains(false);
            assertThat(metadata.timestamp("createTime")).contains(Instant.parse("2026-08-22T08:42:56.123456789Z"));
        }

        @Test
        void hasItsEscapesResolved() {
            assertThat(metadata.string("target"))
                    .hasValueSatisfying(t -> assertThat(t).endsWith("nfs-été"));
            assertThat(operation.object("error").orElseThrow().string("message"))
                    .contains("Cancelled by user \"ann\".");
        }

        @Test
        void keepsItsTextAsReceived() {
            String text = new String(Fixture.bytes("operation.json"), UTF_8);

            assertThat(operation.raw()).isEqualTo(text.strip()).isEqualTo(operation.toString());
            assertThat(text).contains(metadata.raw());
            assertThat(metadata.raw("cancelRequested")).contains("false");
            assertThat(operation.raw("metadata")).contains(metadata.raw());
        }
    }

    @Nested
    class AField {

        @Test
        void thatIsNullIsNotThere() {
            JsonObject json = json("{'a': null, 'b': 1}");

            assertThat(json.has("a")).isFalse();
            assertThat(json.raw("a")).isEmpty();
            assertThat(json.fields()).containsExactly("b");
        }

        @Test
        void thatOccursTwiceHasItsLastValueInItsFirstPlace() {
            JsonObject json = json("{'a': 1, 'b': 2, 'a': 3, 'c': 4, 'c': null}");

            assertThat(json.integer("a")).hasValue(3);
            assertThat(json.fields()).containsExactly("a", "b");
        }

        @Test
        void isFoundAmongVeryMany() {
            StringBuilder text = new StringBuilder("{");
            for (int i = 0; i < 200_000; i++) {
                text.append("'f").append(i % 150_000).append("':").append(i).append(',');
            }
            JsonObject json = json(text.append("'last':0}").toString());

            assertThat(json.fields()).hasSize(150_001);
            assertThat(json.integer("f49999")).hasValue(199_999);
            assertThat(json.integer("f149999")).hasValue(149_999);
            assertThat(json.has("f150000")).isFalse();
        }

        @Test
        void mayHaveAnyName() {
            JsonObject json = json("{'': 1, '@type': 2, '\\u00e9\\n': 3, '😀': 4}");

            assertThat(json.fields()).containsExactly("", "@type", "é\n", "😀");
            assertThat(json.integer("")).hasValue(1);
            assertThat(json.integer("é\n")).hasValue(3);
        }
    }

    @Nested
    class Equality {

        @Test
        void isThatOfTheText() {
            JsonObject inner = json("{'x': {'a': 1}}").object("x").orElseThrow();

            assertThat(inner).isEqualTo(json("  {'a': 1}\n")).hasSameHashCodeAs(json("{'a': 1}"));
            assertThat(inner).isNotEqualTo(json("{'a':1}")).isNotEqualTo("{\"a\": 1}");
        }
    }

    @Nested
    class ATextThatIsNoObject {

        static Stream<List<String>> texts() {
            return Stream.of(
                    List.of("", "expected a JSON object; got nothing"),
                    List.of(" \r\n\t", "expected a JSON object; got only white space"),
                    List.of("[1, 2]", "expected a JSON object; got an array: [1, 2]"),
                    List.of("'x'", "expected a JSON object; got a string: \"x\""),
                    List.of("-17", "expected a JSON object; got a number: -17"),
                    List.of("true", "expected a JSON object; got text: true"),
                    List.of("upstream error\nmore", "expected a JSON object; got text: upstream error"),
                    List.of("\n<!DOCTYPE html>\n<html>", "expected a JSON object; got HTML or XML: <!DOCTYPE html>"),
                    List.of("\u001b[2J", "expected a JSON object; got text: \\u001b[2J"));
        }

        @ParameterizedTest
        @MethodSource("texts")
        void isRefusedSayingWhatItIs(List<String> textAndMessage) {
            assertThatThrownBy(() -> json(textAndMessage.get(0)))
                    .isInstanceOf(JsonException.class)
                    .hasMessage(textAndMessage.get(1));
        }

        static Stream<Charset> otherCharsets() {
            return Stream.of(UTF_16, UTF_16BE, UTF_16LE, Charset.forName("UTF-32BE"), Charset.forName("UTF-32LE"));
        }

        @ParameterizedTest
        @MethodSource("otherCharsets")
        void isRefusedWhenItIsNotUtf8(Charset charset) {
            assertThatThrownBy(() -> JsonObject.parse("{\"a\": 1}".getBytes(charset)))
                    .hasMessageStartingWith(
                            "expected a JSON object; got text that is not UTF-8 (UTF-16 or UTF-32 by its first"
                                    + " bytes): ");
        }

        @Test
        void isReadWhenItBeginsWithAByteOrderMark() {
            JsonObject json = json("\ufeff {'a': {'b': 'c'}}");

            assertThat(json.raw()).isEqualTo("{\"a\": {\"b\": \"c\"}}");
            assertThat(json.object("a").orElseThrow().string("b")).contains("c");
        }
    }

    @Nested
    class AMalformedText {

        static Stream<List<String>> texts() {
            return Stream.of(
                    List.of("{'name': 'operations/1', 'do", "malformed JSON at line 1, column 29: "),
                    List.of(
                            "{\n  'a': 1,\n}",
                            "malformed JSON at line 3, column 1: Unexpected character ('}' (code 125))"),
                    List.of("{'a': NaN}", "malformed JSON at line 1, column 10: Non-standard token 'NaN'"),
                    List.of("{'a': 'b\nc'}", "malformed JSON at line 1, column 9: Illegal unquoted character"),
                    List.of("{'a': 01}", "malformed JSON at line 1, column 8: Invalid numeric value: Leading zeroes"),
                    List.of("{a: 1}", "malformed JSON at line 1, column 2: Unexpected character ('a' (code 97))"),
                    List.of("{'a': '\\x'}", "malformed JSON at line 1, column 9: Unrecognized character escape 'x'"),
                    List.of("{'a': tru}", "malformed JSON at line 1, column 7: Unrecognized token 'tru'"));
        }

        @ParameterizedTest
        @MethodSource("texts")
        void isRefusedSayingWhere(List<String> textAndMessage) {
            assertThatThrownBy(() -> json(textAndMessage.get(0)))
                    .isInstanceOf(JsonException.class)
                    .hasMessageStartingWith(textAndMessage.get(1))
                    .hasMessageContaining("; it begins: {");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{} {}", "{},", "{}]", "{} garbage", "{}\u0000", "{}null"})
        void mayHaveItsFlawBehindTheObject(String text) {
            assertThatThrownBy(() -> json(text)).isInstanceOf(JsonException.class);
        }

        @Test
        void isToldWhatFollowsTheObject() {
            assertThatThrownBy(() -> json("{'a': 1}\n{'b': 2}"))
                    .hasMessage(
                            "expected nothing after the JSON object; got more text at byte 9; it begins: {\"a\": 1}");
        }

        @Test
        void mayHaveBytesThatAreNotUtf8() {
            byte[] latin1 = "{\"a\": \"\u00e9t\u00e9\"}".getBytes(ISO_8859_1);

            assertThatThrownBy(() -> JsonObject.parse(latin1)).hasMessageContaining("Invalid UTF-8");
        }
    }

    @Test
    void detachedItReadsTheSameWithoutItsDocument() {
        JsonObject page = JsonObject.parse("{\"operations\": [{\"name\": \"a\"}, {\"gone\": null, \"done\": true}]}");
        JsonObject second = page.objects("operations").get(1);

        assertThat(second.detached()).isEqualTo(second);
        assertThat(second.detached().bool("done")).contains(true);
        assertThat(second.detached().has("gone")).isFalse();
    }
}
