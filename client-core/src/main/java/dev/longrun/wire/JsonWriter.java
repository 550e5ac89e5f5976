// SPDX-License-Identifier: Apache-2.0
package dev.longrun.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.longrun.json.JsonObject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;

/**
 * Writes one JSON object on one line, its fields in the order of the calls.
 *
 * <pre>{@code
 * JsonWriter.object().put("polls", 3).put("outcome", "CANCELLED").putRaw("operation", operation.raw()).end()
 * // {"polls":3,"outcome":"CANCELLED","operation":{"name":"operations/1"}}
 * }</pre>
 *
 * <p>For objects within objects pass an ended writer's text to {@link #putRaw}. Not thread-safe.
 */
public final class JsonWriter {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final StringWriter text = new StringWriter();
    private final JsonGenerator generator;

    private JsonWriter() {
        try {
            generator = FACTORY.createGenerator(text);
            generator.writeStartObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonWriter object() {
        return new JsonWriter();
    }

    public JsonWriter put(String field, String value) {
        return write(() -> generator.writeStringField(field, value));
    }

    public JsonWriter put(String field, long value) {
        return write(() -> generator.writeNumberField(field, value));
    }

    /** NaN and infinities are written as in proto JSON: {@code "NaN"}, {@code "Infinity"}, in quotes. */
    public JsonWriter put(String field, double value) {
        return write(() -> generator.writeNumberField(field, value));
    }

    public JsonWriter put(String field, boolean value) {
        return write(() -> generator.writeBooleanField(field, value));
    }

    /** An array of strings. */
    public JsonWriter put(String field, Collection<String> values) {
        return write(() -> {
            generator.writeArrayFieldStart(field);
            for (String value : values) {
                generator.writeString(value);
            }
            generator.writeEndArray();
        });
    }

    /** An object of strings. */
    public JsonWriter put(String field, Map<String, String> values) {
        return write(() -> {
            generator.writeObjectFieldStart(field);
            for (var entry : values.entrySet()) {
                generator.writeStringField(entry.getKey(), entry.getValue());
            }
            generator.writeEndObject();
        });
    }

    public JsonWriter putNull(String field) {
        return write(() -> generator.writeNullField(field));
    }

    /** A value that is JSON already, such as {@link JsonObject#raw()}: not checked, but put on one line. */
    public JsonWriter putRaw(String field, String json) {
        return write(() -> {
            generator.writeFieldName(field);
            generator.writeRawValue(oneLine(json));
        });
    }

    /** An array of values that are JSON already. */
    public JsonWriter putRaw(String field, Collection<String> jsons) {
        return write(() -> {
            generator.writeArrayFieldStart(field);
            for (String json : jsons) {
                generator.writeRawValue(oneLine(json));
            }
            generator.writeEndArray();
        });
    }

    /** The text; the writer is used up. */
    public String end() {
        write(() -> {
            generator.writeEndObject();
            generator.close();
        });
        return text.toString();
    }

    private JsonWriter write(Step step) {
        if (generator.isClosed()) {
            throw new IllegalStateException("this JSON object has ended: " + text);
        }
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private static String oneLine(String json) {
        StringBuilder out = new StringBuilder(json.length());
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (quoted || c > ' ') {
                out.append(c);
            }
            if (quoted && c == '\\') {
                out.append(json.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            }
        }
        return out.toString();
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }
}
