// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads objects from whole documents, which may be invalid or too large, and from parts of documents that were checked
 * before.
 */
final class JsonReader {
    /**
     * Reads a document that is one object.
     *
     * @throws JsonException when it is anything else
     */
    static JsonObject read(byte[] bytes) {
        if (bytes.length < 2 || bytes[0] != '{' || bytes[1] == 0 || bytes.length > Slice.DOCUMENT_BYTES) {
            JsonErrors.unlessObject(bytes); // kept out of the common path: its types need not be loaded
        }
        Slice document = new Slice(bytes, 0, bytes.length);
        try (JsonParser parser = document.parser()) {
            parser.nextToken();
            JsonObject object = here(parser, document);
            if (parser.nextToken() != null) {
                throw JsonErrors.moreAfter(bytes, FieldIndex.startOfToken(parser, document));
            }
            return object;
        } catch (JsonProcessingException e) {
            throw JsonErrors.malformed(bytes, e);
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
                elements.add(skipped(parser, text));
            }
            return elements;
        } catch (IOException e) {
            throw Slice.readBefore(e);
        }
    }

    /** The objects of an array in a single pass, as a page of operations is read. */
    static List<JsonObject> objects(Slice text, Consumer<Slice> others) {
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
                    others.accept(skipped(parser, text));
                }
            }
            return List.copyOf(objects);
        } catch (IOException e) {
            throw Slice.readBefore(e);
        }
    }

    private static Slice skipped(JsonParser parser, Slice text) throws IOException {
        int start = FieldIndex.startOfToken(parser, text);
        parser.finishToken();
        parser.skipChildren();
        return new Slice(text.bytes, start, FieldIndex.endOfToken(parser, text));
    }

    private static JsonObject here(JsonParser parser, Slice text) throws IOException {
        int start = FieldIndex.startOfToken(parser, text);
        FieldIndex fields = FieldIndex.read(parser, text);
        return new JsonObject(new Slice(text.bytes, start, FieldIndex.endOfToken(parser, text)), fields);
    }

    private JsonReader() {}
}
