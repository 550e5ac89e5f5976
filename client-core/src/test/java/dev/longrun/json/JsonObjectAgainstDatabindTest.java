// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Random documents, read by {@link JsonObject} and by databind's tree, which must agree on every value. */
class JsonObjectAgainstDatabindTest {

    private static final JsonMapper TREES = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final JsonMapper EXACT_TREES = TREES.rebuild()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final int DOCUMENTS = Integer.getInteger("longrun.random.documents", 1_000);

    @Test
    void theyAgreeOnEveryValueOfRandomDocuments() throws IOException {
        for (long seed = 0; seed < DOCUMENTS; seed++) {
            String text = new RandomJson(new SplittableRandom(seed)).document();

            JsonObject json = JsonObject.parse(text);

            assertThat(json.raw()).as("seed %d", seed).isEqualTo(text.strip());
            agree("seed " + seed, json, EXACT_TREES.readTree(text));
        }
    }

    @Test
    void theyRefuseTheSameOfDocumentsWithRandomDamage() {
        int refused = 0;
        for (long seed = 0; seed < DOCUMENTS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] damaged = damage(new RandomJson(random).document().getBytes(UTF_8), random);

            JsonNode tree = treeOrNull(damaged);
            JsonObject json = objectOrNull(damaged);

            assertThat(json != null)
                    .as("seed %d: %s", seed, new String(damaged, UTF_8))
                    .isEqualTo(tree != null);
            refused += json == null ? 1 : 0;
            if (json != null) {
                readEverything(json);
            }
        }
        assertThat(refused).isBetween(DOCUMENTS / 2, DOCUMENTS * 9 / 10);
    }

    private static void agree(String where, JsonObject json, JsonNode tree) throws IOException {
        List<String> names = new ArrayList<>();
        tree.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> tree.get(name).isNull());
        assertThat(json.fields()).as(where).containsExactlyElementsOf(names);
        for (String name : names) {
            agree(where + "/" + name, json, name, tree.get(name));
        }
    }

    private static void agree(String where, JsonObject json, String name, JsonNode value) throws IOException {
        assertThat(EXACT_TREES.readTree(json.raw(name).orElseThrow())).as(where).isEqualTo(value);
        assertThat(json.string(name).orElse(null)).as(where).isEqualTo(value.isTextual() ? value.textValue() : null);
        assertThat(json.bool(name).orElse(null)).as(where).isEqualTo(value.isBoolean() ? value.booleanValue() : null);
        assertThat(json.object(name).isPresent()).as(where).isEqualTo(value.isObject());
        if (value.isNumber()) {
            assertThat(json.integer(name).isPresent())
                    .as(where)
                    .isEqualTo(value.canConvertToExactIntegral() && value.canConvertToLong());
            json.integer(name).ifPresent(n -> assertThat(n).as(where).isEqualTo(value.longValue()));
            assertThat(json.number(name)).as(where).hasValue(value.doubleValue());
        }
        if (value.isObject()) {
            agree(where, json.object(name).orElseThrow(), value);
        }
        List<JsonNode> elements = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(elements::add);
        }
        assertThat(json.strings(name))
                .as(where)
                .containsExactlyElementsOf(elements.stream()
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::textValue)
                        .toList());
        List<JsonNode> objects = elements.stream().filter(JsonNode::isObject).toList();
        assertThat(json.objects(name)).as(where).hasSameSizeAs(objects);
        for (int i = 0; i < objects.size(); i++) {
            agree(where + "[" + i + "]", json.objects(name).get(i), objects.get(i));
        }
    }

    private static byte[] damage(byte[] bytes, SplittableRandom random) {
        byte[] damaged = bytes.clone();
        int at = random.nextInt(damaged.length);
        switch (random.nextInt(4)) {
            case 0 -> damaged[at] = (byte) random.nextInt(256);
            case 1 -> damaged[at] = (byte) "{}[]\":,\\ u09-".charAt(random.nextInt(13));
            case 2 -> damaged = Arrays.copyOf(damaged, at);
            default -> damaged[at] = damaged[random.nextInt(damaged.length)];
        }
        return damaged;
    }

    private static void readEverything(JsonObject json) {
        for (String name : json.fields()) {
            json.string(name);
            json.bool(name);
            json.integer(name);
            json.number(name);
            json.timestamp(name);
            json.duration(name);
            json.strings(name);
            json.stringMap(name);
            json.object(name).ifPresent(JsonObjectAgainstDatabindTest::readEverything);
            json.objects(name).forEach(JsonObjectAgainstDatabindTest::readEverything);
        }
    }

    private static JsonNode treeOrNull(byte[] bytes) {
        try {
            JsonNode tree = TREES.readTree(bytes);
            return tree.isObject() ? tree : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static JsonObject objectOrNull(byte[] bytes) {
        try {
            return JsonObject.parse(bytes);
        } catch (JsonException e) {
            return null;
        }
    }
}
