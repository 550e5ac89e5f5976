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
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    class AValue {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "42 | 42",
                    "'42' | 42",
                    "-1 | -1",
                    "'-1' | -1",
                    "0 | 0",
                    "-0 | 0",
                    "1e3 | 1000",
                    "1.0 | 1",
                    "'1.50e1' | 15",
                    "9223372036854775807 | 9223372036854775807",
                    "'-9223372036854775808' | -9223372036854775808"
                })
        void isAnIntegerHoweverItIsWritten(String value, long expected) {
            assertThat(json("{'f': " + value + "}").integer("f")).hasValue(expected);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1.5",
                    "'1.5'",
                    "9223372036854775808",
                    "1e19",
                    "1e999999999",
                    "1e-999999999",
                    "'1e2147483647'",
                    "''",
                    "' 1'",
                    "'0x10'",
                    "'1L'",
                    "'NaN'",
                    "true",
                    "[1]",
                    "{}",
                    "'twelve'"
                })
        void isNoIntegerOtherwise(String value) {
            assertThat(json("{'f': " + value + "}").integer("f")).isEmpty();
        }

        @Test
        void isNoNumberWhenItWouldTakeAgesToRead() {
            assertThat(json("{'f': '" + "9".repeat(1_000_000) + "'}").integer("f"))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "42 | 42",
                    "0.5 | 0.5",
                    "'0.5' | 0.5",
                    "-1e-3 | -0.001",
                    "'NaN' | NaN",
                    "'Infinity' | Infinity",
                    "'-Infinity' | -Infinity",
                    "1e-999999999 | 0"
                })
        void isANumber(String value, double expected) {
            assertThat(json("{'f': " + value + "}").number("f")).hasValue(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1e999", "'1e999'", "'1d'", "'0x1p3'", "' 1'", "'nan'", "true", "{}", "[]"})
        void isNoNumberOtherwise(String value) {
            assertThat(json("{'f': " + value + "}").number("f")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "2026-08-22T08:42:56Z, 2026-08-22T08:42:56Z",
            "2026-08-22T08:42:56.5Z, 2026-08-22T08:42:56.500Z",
            "2026-08-22T08:42:56.123456789Z, 2026-08-22T08:42:56.123456789Z",
            "2026-08-22T08:42:56-07:00, 2026-08-22T15:42:56Z",
            "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z"
        })
        void isATimestampWithAnyOffset(String value, Instant expected) {
            assertThat(json("{'f': '" + value + "'}").timestamp("f")).contains(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"'2026-08-22'", "'yesterday'", "''", "'2026-13-01T00:00:00Z'", "1700000000", "{}"})
        void isNoTimestampOtherwise(String value) {
            assertThat(json("{'f': " + value + "}").timestamp("f")).isEmpty();
        }

        @Test
        void isADurationInSeconds() {
            assertThat(json("{'f': '3.5s'}").duration("f"))
                    .hasValueSatisfying(d -> assertThat(d).hasMillis(3_500));
            assertThat(json("{'f': 3.5}").duration("f")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "'true'", "null", "[true]", "{}"})
        void isNoBooleanUnlessItIsOne(String value) {
            assertThat(json("{'f': " + value + "}").bool("f")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "true", "null", "['a']", "{'a': 'b'}"})
        void isNoStringUnlessItIsOne(String value) {
            assertThat(json("{'f': " + value + "}").string("f")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "true", "null", "'x'", "[{}]"})
        void isNoObjectUnlessItIsOne(String value) {
            assertThat(json("{'f': " + value + "}").object("f")).isEmpty();
            assertThat(json("{'f': " + value + "}").stringMap("f")).isEmpty();
        }

        @Test
        void ofAnArrayIsGivenByType() {
            JsonObject json = json("{'f': [ {'a':1} , 'x', [ {'b':2}, ']' ], null, 5, {'c':{'d':[]}}, '\\u00e9' ]}");

            assertThat(json.objects("f"))
                    .extracting(JsonObject::raw)
                    .containsExactly("{\"a\":1}", "{\"c\":{\"d\":[]}}");
            assertThat(json.strings("f")).containsExactly("x", "é");
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "[ ]", "1", "{}", "'x'", "null"})
        void ofNoArrayIsNoList(String value) {
            assertThat(json("{'f': " + value + "}").objects("f")).isEmpty();
            assertThat(json("{'f': " + value + "}").strings("f")).isEmpty();
        }

        @Test
        void ofAMapIsGivenInOrder() {
            assertThat(json("{'f': {'z': '1', 'a': '2', 'n': 3, 'm': '4'}}").stringMap("f"))
                    .containsExactly(Map.entry("z", "1"), Map.entry("a", "2"), Map.entry("m", "4"));
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
