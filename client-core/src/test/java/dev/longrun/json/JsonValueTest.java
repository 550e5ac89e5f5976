// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The value of a field, as each type that is asked for. */
class JsonValueTest {

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
                "999999999999999999 | 999999999999999999",
                "1000000000000000000 | 1000000000000000000",
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
        assertThat(json("{'f': '" + "9".repeat(1_000_000) + "'}").integer("f")).isEmpty();
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

        assertThat(json.objects("f")).extracting(JsonObject::raw).containsExactly("{\"a\":1}", "{\"c\":{\"d\":[]}}");
        assertThat(json.strings("f")).containsExactly("x", "é");
        List<String> others = new ArrayList<>();
        assertThat(json.objects("f", others::add)).isEqualTo(json.objects("f"));
        assertThat(others).containsExactly("\"x\"", "[ {\"b\":2}, \"]\" ]", "null", "5", "\"\\u00e9\"");
    }

    @Test
    void isAnArrayOrNot() {
        JsonObject json = json("{'empty': [], 'full': [1], 'object': {}, 'string': '[]', 'none': null}");

        assertThat(json.isArray("empty")).isTrue();
        assertThat(json.isArray("full")).isTrue();
        assertThat(Stream.of("object", "string", "none", "missing").noneMatch(json::isArray))
                .isTrue();
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

    private static JsonObject json(String text) {
        return JsonObject.parse(text.replace('\'', '"'));
    }
}
