// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields of objects in plain JSON without the objects that a parser is made of: nearly all operations are
 * ASCII with short numbers and few levels. It stops at anything else, valid or not, which {@link JsonReader} then reads
 * with Jackson. So a text is accepted here only if Jackson accepts it too, and with the same fields.
 */
final class PlainJson {
    private static final int STOP = -1;
    private static final int LEVELS = 32;
    private static final int LONGEST_NUMBER = 20;
    private static final int LONGEST_NAME = 100;
    private static final String ESCAPED = "\"\\/bfnrt";

    private final Slice text;
    private final byte[] bytes;

    private PlainJson(Slice text) {
        this.text = text;
        this.bytes = text.bytes;
    }

    /** As {@link JsonReader#read}. */
    static JsonObject read(byte[] document) {
        JsonObject plain = object(new Slice(document, 0, document.length));
        return plain != null ? plain : JsonReader.read(document);
    }

    /** As {@link JsonReader#object}. */
    static JsonObject read(Slice text) {
        JsonObject plain = object(text);
        return plain != null ? plain : JsonReader.object(text);
    }

    /** As {@link JsonReader#objects}. */
    static List<JsonObject> readAll(Slice text, Consumer<Slice> others) {
        List<JsonObject> plain = objects(text);
        return plain != null ? List.copyOf(plain) : JsonReader.objects(text, others);
    }

    /** The one object that this text is, with white space around it; null if it is not plain. */
    static @Nullable JsonObject object(Slice text) {
        PlainJson json = new PlainJson(text);
        FieldIndex fields = new FieldIndex();
        int start = json.space(text.start);
        int end = text.length() > Slice.STRING_CHARS ? STOP : json.object(start, LEVELS, fields);
        return end != STOP && json.space(end) == text.end
                ? new JsonObject(new Slice(text.bytes, start, end), fields.trimmed())
                : null;
    }

    /** The objects of this array; null if one is not plain, or if it has other elements. */
    static @Nullable List<JsonObject> objects(Slice array) {
        PlainJson json = new PlainJson(array);
        List<JsonObject> objects = new ArrayList<>();
        boolean isPlain = array.first() == '[' && array.length() <= Slice.STRING_CHARS;
        int at = isPlain ? json.space(array.start + 1) : STOP;
        if (json.is(']', at)) {
            return objects;
        }
        FieldIndex before = new FieldIndex();
        while (at != STOP) {
            FieldIndex fields = new FieldIndex();
            int end = json.object(at, LEVELS, fields);
            if (end == STOP) {
                return null;
            }
            before = fields.trimmed().sharing(before);
            objects.add(new JsonObject(new Slice(array.bytes, at, end), before));
            int next = json.space(end);
            if (json.is(']', next)) {
                return objects;
            }
            at = json.is(',', next) ? json.space(next + 1) : STOP;
        }
        return null;
    }

    /** As the methods below: the end of the object that begins here, or {@link #STOP}. */
    private int object(int start, int levels, @Nullable FieldIndex fields) {
        if (!is('{', start)) {
            return STOP;
        }
        int name = space(start + 1);
        if (is('}', name)) {
            return name + 1;
        }
        while (true) {
            int nameEnd = name(name);
            int colon = nameEnd == STOP ? STOP : space(nameEnd);
            int value = is(':', colon) ? space(colon + 1) : STOP;
            int end = value(value, levels - 1);
            if (end == STOP) {
                return STOP;
            }
            if (fields != null) {
                int present = bytes[value] == 'n' ? FieldIndex.ABSENT : value;
                fields.put(FieldIndex.Names.of(bytes, name + 1, nameEnd - 1), present, end);
            }
            int next = space(end);
            if (is('}', next)) {
                return next + 1;
            } else if (!is(',', next)) {
                return STOP;
            }
            name = space(next + 1);
        }
    }

    private int array(int start, int levels) {
        int at = space(start + 1);
        if (is(']', at)) {
            return at + 1;
        }
        while (true) {
            int end = value(at, levels - 1);
            int next = end == STOP ? STOP : space(end);
            if (is(']', next)) {
                return next + 1;
            } else if (!is(',', next)) {
                return STOP;
            }
            at = space(next + 1);
        }
    }

    private int value(int start, int levels) {
        if (start == STOP || start >= text.end || levels == 0) {
            return STOP;
        }
        return switch (bytes[start]) {
            case '"' -> string(start);
            case '{' -> object(start, levels, null);
            case '[' -> array(start, levels);
            case 't' -> word("true", start);
            case 'f' -> word("false", start);
            case 'n' -> word("null", start);
            default -> number(start);
        };
    }

    private int name(int start) {
        int end = is('"', start) ? string(start) : STOP;
        if (end - start > LONGEST_NAME) {
            return STOP;
        }
        for (int i = start; i < end; i++) {
            if (bytes[i] == '\\') {
                return STOP;
            }
        }
        return end;
    }

    private int string(int start) {
        for (int i = start + 1; i < text.end; i++) {
            byte b = bytes[i];
            if (b == '"') {
                return i + 1;
            } else if (b == '\\') {
                i++;
                if (i == text.end || ESCAPED.indexOf(bytes[i]) < 0) {
                    return STOP;
                }
            } else if (b < ' ') { // a control character, or a byte of a character beyond ASCII
                return STOP;
            }
        }
        return STOP;
    }

    private int word(String word, int start) {
        for (int i = 0; i < word.length(); i++) {
            if (!is(word.charAt(i), start + i)) {
                return STOP;
            }
        }
        return start + word.length();
    }

    private int number(int start) {
        int whole = is('-', start) ? start + 1 : start;
        int end = digits(whole);
        if (end == whole || is('0', whole) && end > whole + 1) {
            return STOP;
        }
        if (is('.', end)) {
            int fraction = end + 1;
            end = digits(fraction);
            if (end == fraction) {
                return STOP;
            }
        }
        return end - start > LONGEST_NUMBER ? STOP : end;
    }

    private int digits(int start) {
        int at = start;
        while (at < text.end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }

    private int space(int start) {
        int at = start;
        while (at >= 0 && at < text.end && isSpace(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private boolean is(char expected, int at) {
        return at >= 0 && at < text.end && bytes[at] == expected;
    }
}
