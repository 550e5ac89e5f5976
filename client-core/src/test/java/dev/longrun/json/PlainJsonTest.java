// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read without Jackson is what Jackson reads. */
class PlainJsonTest {
    private static final String OPERATION = """
            { "name": "projects/p/locations/l/operations/o", "done" : true,
              "metadata": {"@type": "type.googleapis.com/T", "progress": 42, "share": -0.5, "of": [1, {"a": []}, null]},
              "error": {"code": 5, "message": "no \\"such\\" thing\\n", "details": [ ]}, "response":null }
            """;

    private static final String ALPHABET = "{}[]\",:\\ \n\t\r0123456789.-+eEtrufalsn/b\u0000\u0001\u007f\u00e9x";

    @Test
    void anOperationIsPlain() {
        JsonObject plain = PlainJson.object(slice(OPERATION));
        assertThat(plain).isEqualTo(JsonReader.read(OPERATION.getBytes(UTF_8)));
        assertThat(plain.raw()).isEqualTo(OPERATION.strip());
        assertThat(plain.fields()).containsExactly("name", "done", "metadata", "error");
        assertThat(plain.object("metadata").orElseThrow().number("share")).hasValue(-0.5);
        assertThat(plain.object("error").orElseThrow().string("message")).contains("no \"such\" thing\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " { } ",
                "{\"a\":0}",
                "{\"a\":-0}",
                "{\"a\":[[],[[]]]}",
                "{\"\":true}",
                "{\"a\":1,\"a\":null}",
                "{\"a\":null,\"a\":1}",
                "{\"a\":\"\\\\\"}",
                "{\"a\":12345678901234567890}",
                "{\"a\":\"\u007f\"}"
            })
    void isReadAsByJackson(String text) {
        assertSame(text);
        assertThat(PlainJson.object(slice(text))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}}",
                "{},",
                "[]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":-}",
                "{\"a\":.5}",
                "{\"a\":tru}",
                "{\"a\":nullx}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\",
                "{\"a\":[1 2]}",
                "{\"a\":[1,]}",
                "{\"a\":[",
                "{\"a\":1 \"b\":2}",
                "\uFEFF{}"
            })
    void isLeftToJacksonWhereItIsNoObject(String text) {
        assertThat(PlainJson.object(slice(text))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1e3}", "{\"a\":\"\u00e9\"}", "{\"a\":\"\\u00e9\"}", "{\"\\n\":1}"})
    void isLeftToJacksonWhereItIsUnusual(String text) {
        assertThat(PlainJson.object(slice(text))).isNull();
        assertThat(JsonObject.parse(text).raw()).isEqualTo(text);
    }

    @Test
    void isLeftToJacksonWhereALimitMayBeReached() {
        assertThat(PlainJson.object(slice("{\"a\":" + "[".repeat(31) + "]".repeat(31) + "}")))
                .isNotNull();
        assertThat(PlainJson.object(slice("{\"a\":" + "[".repeat(32) + "]".repeat(32) + "}")))
                .isNull();
        assertThat(PlainJson.object(slice("{\"" + "a".repeat(100) + "\":1}"))).isNull();
        assertThat(PlainJson.object(slice("{\"a\":" + "1".repeat(21) + "}"))).isNull();
        assertThatThrownBy(() -> JsonObject.parse("{\"a\":" + "[".repeat(64) + "]".repeat(64) + "}"))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void changedOperationsAreReadAsByJackson() {
        Random random = new Random(17);
        int plain = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(OPERATION);
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                int at = random.nextInt(text.length());
                char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, c);
                    case 1 -> text.insert(at, c);
                    default -> text.deleteCharAt(at);
                }
            }
            plain += assertSame(text.toString());
        }
        assertThat(plain).isGreaterThan(1_000);
    }

    @Test
    void arraysOfPlainObjectsAreReadAtOnce() {
        String text =
                "{\"operations\": [ {\"name\":\"a\"} ,{\"name\":\"b\",\"done\":true}], \"none\":[ ], \"mixed\":[{},1]}";
        JsonObject page = JsonObject.parse(text);
        assertThat(PlainJson.objects(slice("[{\"a\":1} , {}]"))).hasSize(2);
        assertThat(PlainJson.objects(slice("[{\"a\":1}, 2]"))).isNull();
        assertThat(PlainJson.objects(slice("[{\"a\":\"\u00e9\"}]"))).isNull();
        assertThat(page.objects("operations"))
                .extracting(JsonObject::raw)
                .containsExactly("{\"name\":\"a\"}", "{\"name\":\"b\",\"done\":true}");
        assertThat(page.objects("none")).isEmpty();
        assertThat(page.objects("mixed")).hasSize(1);
    }

    @Test
    void manyFieldsHaveTheirOwnNames() {
        String text = IntStream.range(0, 2_000)
                .mapToObj(i -> "\"field" + i + "\":" + i)
                .collect(Collectors.joining(",", "{", "}"));
        JsonObject many = JsonObject.parse(text);
        assertThat(many.fields()).hasSize(2_000);
        assertThat(many.integer("field1234")).hasValue(1234);
        List<String> names = List.of("Aa", "BB"); // of the same hash
        names.forEach(name ->
                assertThat(FieldIndex.Names.of(name.getBytes(UTF_8), 0, 2)).isEqualTo(name));
    }

    /** 1 if the text is plain. */
    private static int assertSame(String text) {
        JsonObject plain = PlainJson.object(slice(text));
        if (plain == null) {
            return 0;
        }
        JsonObject other = JsonReader.read(text.getBytes(UTF_8));
        assertThat(plain).isEqualTo(other);
        assertThat(plain.fields()).containsExactlyElementsOf(other.fields());
        plain.fields().forEach(field -> assertThat(plain.raw(field)).isEqualTo(other.raw(field)));
        return 1;
    }

    private static Slice slice(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new Slice(bytes, 0, bytes.length);
    }
}
