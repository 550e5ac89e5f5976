// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads objects from whole documents, which may be invalid or too large, and from parts of documents that were checked
 * before.
 */
final class JsonReader {
    static final int DOCUMENT_BYTES = 16 << 20;
    static final int STRING_CHARS = 8 << 20;
    static final int NAME_BYTES = 4 << 10;
    static final int DEPTH = 64;

    /** Enforces the limits. Names are not interned: keys of labels and maps would stay in memory. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(STRING_CHARS)
                    .maxNameLength(NAME_BYTES)
                    .build())
            .build();

    /**
     * Reads a document that is one object.
     *
     * @throws JsonException when it is anything else
     */
    static JsonObject read(byte[] bytes) {
        if (bytes.length < 2 || bytes[0] != '{' || bytes[1] == 0 || bytes.length > DOCUMENT_BYTES) {
            JsonErrors.unlessObject(bytes); // kept out of the common path: its types need not be loaded
        }
        Slice document = new Slice(bytes, 0, bytes.length);
        try (JsonParser parser = document.parser()) {
            parser.nextToken();
            JsonObject object = here(parser, document);
            if (parser.nextToken() != null) {
                JsonErrors.failAfter(bytes, FieldIndex.startOfToken(parser, document));
            }
            return object;
        } catch (JsonProcessingException e) {
            return JsonErrors.failMalformed(bytes, e);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    static JsonObject object(Slice text) {
        try (JsonParser parser = text.parser()) {
            parser.nextToken();
            return here(parser, text);
        } catch (IOException e) {
            throw Slice.readBefore(e);
        }
    }

    /** The elements of an array; empty when the text is no array. */
    static List<Slice> elements(Slice text) {
        if (text.first() != '[') {
            return List.of();
        }
        List<Slice> elements = new ArrayList<>();
        try (JsonParser parser = text.parser()) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                int start = FieldIndex.startOfToken(parser, text);
                parser.finishToken();
                parser.skipChildren();
                elements.add(new Slice(text.bytes, start, FieldIndex.endOfToken(parser, text)));
            }
            return elements;
        } catch (IOException e) {
            throw Slice.readBefore(e);
        }
    }

    /** The objects of an array in a single pass, as a page of operations is read. */
    static List<JsonObject> objects(Slice text) {
        if (text.first() != '[') {
            return List.of();
        }
        List<JsonObject> objects = new ArrayList<>();
        try (JsonParser parser = text.parser()) {
            parser.nextToken();
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    objects.add(here(parser, text));
                } else {
                    parser.skipChildren();
                }
            }
            return List.copyOf(objects);
        } catch (IOException e) {
            throw Slice.readBefore(e);
        }
    }

    private static JsonObject here(JsonParser parser, Slice text) throws IOException {
        int start = FieldIndex.startOfToken(parser, text);
        FieldIndex fields = FieldIndex.read(parser, text);
        return new JsonObject(new Slice(text.bytes, start, FieldIndex.endOfToken(parser, text)), fields);
    }

    /** Fails on a string that is too long. */
    static void checkString(JsonParser parser) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING) && parser.getTextLength() > STRING_CHARS) {
            throw new StreamConstraintsException(
                    "a string has " + parser.getTextLength() + " characters; at most " + STRING_CHARS + " are read",
                    parser.currentTokenLocation());
        }
    }

    private JsonReader() {}
}
