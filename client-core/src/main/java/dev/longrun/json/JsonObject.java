// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.text.ProtoDuration;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A JSON object that keeps its text and decodes a field when it is asked for.
 *
 * <pre>{@code
 * // {"name": "operations/1", "done": true, "metadata": {"progress": "42"}}
 * json.string("name")                                        // Optional[operations/1]
 * json.bool("done")                                          // Optional[true]
 * json.object("metadata").orElseThrow().integer("progress")  // OptionalLong[42]
 * }</pre>
 *
 * <p>The whole text is checked once, when it is parsed. After that nothing throws: a field that is missing, null or of
 * another type is empty. When a field occurs twice the last one counts. At most 16 MiB are read, 64 levels deep,
 * strings of 8 Mi characters and names of 4 KiB.
 *
 * <p>Objects within this one share its bytes, so keeping a small one keeps the whole document, unless it is
 * {@link #detached}. Two objects are equal if their texts are, white space included. Immutable and thread-safe, as long
 * as the array is not changed.
 */
public final class JsonObject {

    private final Slice text;
    private final FieldIndex fields;

    JsonObject(Slice text, FieldIndex fields) {
        this.text = text;
        this.fields = fields;
    }

    /**
     * Reads UTF-8, with or without a byte order mark.
     *
     * @param json kept, not copied: it must not be changed afterwards
     * @throws JsonException when it is not exactly one JSON object, or too large
     */
    public static JsonObject parse(byte[] json) {
        return PlainJson.read(json);
    }

    /**
     * Reads a text.
     *
     * @throws JsonException when it is not exactly one JSON object, or too large
     */
    public static JsonObject parse(String json) {
        return PlainJson.read(json.getBytes(UTF_8));
    }

    public Optional<String> string(String field) {
        return find(field).flatMap(Slice::string);
    }

    public Optional<Boolean> bool(String field) {
        return switch (fields.first(field, text)) {
            case 't' -> Optional.of(true);
            case 'f' -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** A whole number of 64 bits in any spelling: {@code 42}, proto JSON's {@code "42"}, {@code 4.2e1}. */
    public OptionalLong integer(String field) {
        return find(field).map(Slice::integer).orElse(OptionalLong.empty());
    }

    /**
     * A number, or proto JSON's {@code "4.2"}, {@code "NaN"}, {@code "Infinity"}; empty when too large for a double.
     */
    public OptionalDouble number(String field) {
        return find(field).map(Slice::number).orElse(OptionalDouble.empty());
    }

    /** A {@code google.protobuf.Timestamp}: RFC 3339 with any offset. */
    public Optional<Instant> timestamp(String field) {
        return string(field).flatMap(value -> {
            try {
                return Optional.of(Instant.parse(value));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    /** A {@code google.protobuf.Duration}, such as {@code "3.5s"}. */
    public Optional<Duration> duration(String field) {
        return string(field).flatMap(ProtoDuration::parse);
    }

    public Optional<JsonObject> object(String field) {
        return find(field).filter(value -> value.first() == '{').map(PlainJson::read);
    }

    /** The objects in an array; other elements are left out. */
    public List<JsonObject> objects(String field) {
        return find(field).map(array -> PlainJson.readAll(array, other -> {})).orElse(List.of());
    }

    /**
     * The objects in an array.
     *
     * @param others is given the text of each other element
     */
    public List<JsonObject> objects(String field, Consumer<String> others) {
        return find(field)
                .map(array -> PlainJson.readAll(array, other -> others.accept(other.toString())))
                .orElse(List.of());
    }

    /** True if the field is an array, which may be empty. */
    public boolean isArray(String field) {
        return fields.first(field, text) == '[';
    }

    /** The strings in an array; other elements are left out. */
    public List<String> strings(String field) {
        return isArray(field)
                ? find(field).stream()
                        .flatMap(array -> JsonReader.elements(array).stream())
                        .flatMap(element -> element.string().stream())
                        .toList()
                : List.of();
    }

    /** The string-valued fields of an object, in their order, as in {@code map<string, string>}. */
    public Map<String, String> stringMap(String field) {
        Map<String, String> map = new LinkedHashMap<>();
        object(field).ifPresent(o -> o.fields().forEach(key -> o.string(key).ifPresent(value -> map.put(key, value))));
        return Collections.unmodifiableMap(map);
    }

    /** The names of the fields in the order of the text; fields that are JSON null are left out. */
    public Set<String> fields() {
        return fields.names();
    }

    /** True if the field is present and not null. */
    public boolean has(String field) {
        return fields.has(field);
    }

    /** The object exactly as it was received, from brace to brace. */
    public String raw() {
        return text.toString();
    }

    /** The field's value exactly as it was received. */
    public Optional<String> raw(String field) {
        return find(field).map(Slice::toString);
    }

    /**
     * This object as a class of the application, a record for instance. Fields the class does not have are ignored;
     * enum values it does not know are null; {@code Instant} and {@code Duration} are read as proto JSON writes them.
     * The first call in a JVM is slow: it loads the binding library.
     *
     * @throws JsonException when a value does not fit the class
     */
    public <T> T as(Class<T> type) {
        return ObjectDecoder.read(text, type);
    }

    /**
     * This object as a class of the application, read by the application's own JSON library, as {@link Any#as(Class,
     * JsonCodec)}.
     *
     * @throws JsonException when the codec throws, with what it threw as the cause, or returns null
     */
    public <T> T as(Class<T> type, JsonCodec codec) {
        return CodecReader.read(codec, raw(), type);
    }

    /** This object, read by the application's own JSON library, as {@link Any#decode}. */
    public <T> T decode(Function<String, T> reader) {
        return reader.apply(raw());
    }

    /** The field's value as a class, or this whole object when there is no such field. */
    <T> T as(String field, Class<T> type) {
        return ObjectDecoder.read(find(field).orElse(text), type);
    }

    /** A copy with bytes of its own: keeping it does not keep the document that it came in. */
    public JsonObject detached() {
        return new JsonObject(text.detached(), fields.movedBy(-text.start));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonObject that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The same as {@link #raw()}. */
    @Override
    public String toString() {
        return raw();
    }

    private Optional<Slice> find(String field) {
        return Optional.ofNullable(fields.find(field, text));
    }
}
