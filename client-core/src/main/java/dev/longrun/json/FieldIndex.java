// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The positions of the fields of one object. Flat arrays, since a watcher keeps one index for each operation; only an
 * object with many fields gets a hash table.
 */
final class FieldIndex {

    private static final int FEWEST = 4; // as many as an operation has
    private static final int FEW = 16;
    static final int ABSENT = -1;

    private String[] names = new String[FEWEST];
    private int[] spans = new int[2 * FEWEST]; // start and end of each value, start ABSENT for a JSON null
    private int size;
    private @Nullable Map<String, Integer> positions;

    /** Reads the object whose opening brace is the parser's token, up to its closing brace. */
    static FieldIndex read(JsonParser parser, Slice document) throws IOException {
        FieldIndex fields = new FieldIndex();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            boolean isNull = parser.nextToken() == JsonToken.VALUE_NULL;
            int start = isNull ? ABSENT : startOfToken(parser, document);
            skipValue(parser, document);
            fields.put(name, start, endOfToken(parser, document));
        }
        return fields.trimmed();
    }

    /** This index, once all fields are in it, without the room for more. */
    FieldIndex trimmed() {
        if (size < names.length) {
            names = Arrays.copyOf(names, size);
            spans = Arrays.copyOf(spans, 2 * size);
        }
        return this;
    }

    /** This index, with the names of {@code other} if they are equal, as those of the operations of a list are. */
    FieldIndex sharing(FieldIndex other) {
        if (Arrays.equals(names, other.names)) {
            names = other.names;
        }
        return this;
    }

    static int startOfToken(JsonParser parser, Slice document) {
        return document.start + (int) parser.currentTokenLocation().getByteOffset();
    }

    static int endOfToken(JsonParser parser, Slice document) {
        return document.start + (int) parser.currentLocation().getByteOffset();
    }

    /** Jackson measures only the strings it decodes, so where one can be too long, each is decoded. */
    private static void skipValue(JsonParser parser, Slice document) throws IOException {
        parser.finishToken();
        if (document.length() <= Slice.STRING_CHARS) {
            parser.skipChildren();
            return;
        }
        int depth = 0;
        for (JsonToken token = parser.currentToken(); ; token = parser.nextToken()) {
            checkString(parser);
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth == 0) {
                return;
            }
        }
    }

    /** Fails on a string that is too long. */
    private static void checkString(JsonParser parser) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING) && parser.getTextLength() > Slice.STRING_CHARS) {
            throw new StreamConstraintsException(
                    "a string has " + parser.getTextLength() + " characters; at most " + Slice.STRING_CHARS
                            + " are read",
                    parser.currentTokenLocation());
        }
    }

    /** @param start {@link #ABSENT} for a JSON null */
    void put(String name, int start, int end) {
        int at = position(name);
        if (at < 0) {
            at = append(name);
        }
        spans[2 * at] = start;
        spans[2 * at + 1] = end;
    }

    private int append(String name) {
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
            spans = Arrays.copyOf(spans, 4 * size);
        }
        names[size] = name;
        if (size == FEW) {
            positions = new HashMap<>();
            for (int i = 0; i < FEW; i++) {
                positions.put(names[i], i);
            }
        }
        if (positions != null) {
            positions.put(name, size);
        }
        return size++;
    }

    private int position(String name) {
        if (positions != null) {
            return positions.getOrDefault(name, -1);
        }
        for (int i = 0; i < size; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** For a document in which everything lies so much further on. */
    FieldIndex movedBy(int distance) {
        FieldIndex moved = new FieldIndex();
        moved.names = names;
        moved.spans = spans.clone();
        moved.size = size;
        moved.positions = positions;
        for (int i = 0; i < moved.spans.length; i++) {
            moved.spans[i] += moved.spans[i] == ABSENT ? 0 : distance;
        }
        return moved;
    }

    /** True when the field is there and is no JSON null. */
    boolean has(String name) {
        int at = position(name);
        return at >= 0 && spans[2 * at] != ABSENT;
    }

    /** What {@link Slice#first} tells of the field's value; the character 0 when the field is not there or is null. */
    char first(String name, Slice document) {
        int at = position(name);
        return at < 0 || spans[2 * at] == ABSENT ? 0 : (char) document.bytes[spans[2 * at]];
    }

    /** The value's text, or null when the field is not there or is a JSON null. */
    @Nullable
    Slice find(String name, Slice document) {
        int at = position(name);
        return at < 0 || spans[2 * at] == ABSENT ? null : new Slice(document.bytes, spans[2 * at], spans[2 * at + 1]);
    }

    Set<String> names() {
        Set<String> present = new LinkedHashSet<>();
        for (int i = 0; i < size; i++) {
            if (spans[2 * i] != ABSENT) {
                present.add(names[i]);
            }
        }
        return present;
    }

    /**
     * Field names as strings, the same object for the same name as a rule. A new name takes the place of another one,
     * so that the keys of labels and maps do not stay in memory. Thread-safe: a race makes a copy at most.
     */
    static final class Names {
        private static final int PLACES = 256;
        private static final @Nullable String[] KNOWN = new String[PLACES];

        private Names() {}

        /** The name in these bytes, which are ASCII. */
        static String of(byte[] bytes, int start, int end) {
            int hash = 0;
            for (int i = start; i < end; i++) {
                hash = 31 * hash + bytes[i];
            }
            int place = (hash ^ hash >>> 8) & (PLACES - 1);
            String known = KNOWN[place];
            if (known != null && isAt(known, bytes, start, end)) {
                return known;
            }
            String name = new String(bytes, start, end - start, US_ASCII);
            KNOWN[place] = name;
            return name;
        }

        private static boolean isAt(String name, byte[] bytes, int start, int end) {
            if (name.length() != end - start) {
                return false;
            }
            for (int i = start; i < end; i++) {
                if (name.charAt(i - start) != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
