// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Splits a file of names into entries as it is read: lines, JSON objects that may span lines, and the objects or
 * strings of JSON arrays. The text is UTF-8, or UTF-16 after a byte order mark. An entry has a limit, as a file without
 * line ends must not fill the memory. Not thread-safe.
 */
final class NameEntryReader {
    /** The limit of a line with a name, in characters. */
    static final int NAME = 64 << 10;

    /** The limit of a JSON object: an operation that the client could read fits into it. */
    static final int OBJECT = 17 << 20;

    private static final int END = -1;
    private static final int NONE = -2;

    private final PushbackInputStream bytes;
    private @Nullable Reader in;
    private int peeked = NONE;
    private boolean afterReturn;
    private long line = 1;
    private long arrayLine;
    private boolean inArray;

    NameEntryReader(InputStream bytes) {
        this.bytes = new PushbackInputStream(bytes, 3);
    }

    /**
     * @param line at which it begins, counted from 1
     * @param text a line without white space around it, or JSON, which may be broken
     */
    record Entry(long line, String text, boolean isJson) {}

    /** The line that the reader has reached, counted from 1. */
    long line() {
        return line;
    }

    /**
     * The next entry, or null after the last one. Blank lines are none.
     *
     * @throws IllegalArgumentException if an entry is too long, or an array has no end or other elements; nothing more
     *     can be read then
     */
    @Nullable
    Entry next() throws IOException {
        while (true) {
            int c = peek();
            if (c == END) {
                return end();
            } else if (Character.isWhitespace(c) || c == ',' && inArray) {
                read();
            } else if (c == '{') {
                return object();
            } else if (inArray) {
                if (c != ']') {
                    return element(c);
                }
                read();
                inArray = false;
            } else if (c == '[') {
                Entry bracketed = arrayOrLine();
                if (bracketed != null) {
                    return bracketed;
                }
            } else {
                return line("");
            }
        }
    }

    private @Nullable Entry end() {
        if (inArray) {
            throw new IllegalArgumentException(
                    "the array that begins in line " + arrayLine + " has no end; is the file cut off?");
        }
        return null;
    }

    /** A bracket is that of an array if an object, a string, its end or nothing follows in the line. */
    private @Nullable Entry arrayOrLine() throws IOException {
        StringBuilder begun = new StringBuilder().append((char) read());
        while (peek() == ' ' || peek() == '\t') {
            begun.append((char) read());
        }
        int c = peek();
        inArray = c == '{' || c == '"' || c == ']' || c == '\n' || c == END;
        arrayLine = line;
        return inArray ? null : line(begun.toString());
    }

    private Entry line(String begun) throws IOException {
        long at = line;
        StringBuilder text = new StringBuilder(begun);
        for (int c = read(); c != END && c != '\n'; c = read()) {
            text.append((char) checked(c, text, NAME));
        }
        return new Entry(at, text.toString().strip(), false);
    }

    /** A string of an array stands for an object with that name. */
    private Entry element(int c) throws IOException {
        if (c != '"') {
            throw new IllegalArgumentException(
                    "expected an object or a name in quotes in the array that begins in line " + arrayLine
                            + "; got a line that begins with " + (char) c);
        }
        long at = line;
        StringBuilder text = new StringBuilder("{\"name\":").append((char) read());
        string(text, NAME);
        return new Entry(at, text.append('}').toString(), true);
    }

    /** What is broken ends at the line end in a string, or before an object where none can be, and is not JSON. */
    private Entry object() throws IOException {
        long at = line;
        StringBuilder text = new StringBuilder();
        StringBuilder open = new StringBuilder();
        char before = ':';
        do {
            if (peek() == '{' && before != ':' && open.charAt(open.length() - 1) == '{') {
                break;
            }
            int c = read();
            if (c == END) {
                break;
            }
            text.append((char) checked(c, text, OBJECT));
            if (c == '{' || c == '[') {
                open.append((char) c);
            } else if (c == '}' || c == ']') {
                open.setLength(open.length() - 1);
            } else if (c == '"' && !string(text, OBJECT)) {
                break;
            }
            before = Character.isWhitespace(c) ? before : (char) c;
        } while (open.length() > 0);
        return new Entry(at, text.toString(), true);
    }

    /** Reads to the quote at its end. False if the line or the file ends before. */
    private boolean string(StringBuilder text, int limit) throws IOException {
        boolean escaped = false;
        for (int c = read(); c != END && c != '\n'; c = read()) {
            text.append((char) checked(c, text, limit));
            if (c == '"' && !escaped) {
                return true;
            }
            escaped = c == '\\' && !escaped;
        }
        return false;
    }

    private static int checked(int c, StringBuilder text, int limit) {
        if (text.length() >= limit) {
            throw new IllegalArgumentException(
                    "the line has no end within " + limit + " characters; expected one name a line, or one object");
        }
        return c;
    }

    private int peek() throws IOException {
        if (peeked == NONE) {
            peeked = decoded();
        }
        return peeked;
    }

    private int read() throws IOException {
        int c = peek();
        peeked = NONE;
        line += c == '\n' ? 1 : 0;
        return c;
    }

    /** The next character, with {@code \n} for every line end. */
    private int decoded() throws IOException {
        Reader reader = in;
        if (reader == null) {
            reader = new BufferedReader(new InputStreamReader(bytes, charset()));
            in = reader;
        }
        int c = reader.read();
        if (afterReturn && c == '\n') {
            c = reader.read();
        }
        afterReturn = c == '\r';
        return afterReturn ? '\n' : c;
    }

    /** Reads no byte more than a byte order mark has, as a pipe may bring the next one late. */
    private Charset charset() throws IOException {
        int first = bytes.read();
        if (first == 0xFF || first == 0xFE) {
            int second = bytes.read();
            if (first + second == 0xFF + 0xFE) {
                return first == 0xFF ? UTF_16LE : UTF_16BE;
            }
            unread(second);
        } else if (first == 0xEF) {
            int second = bytes.read();
            int third = second == 0xBB ? bytes.read() : END;
            if (third == 0xBF) {
                return UTF_8;
            }
            unread(third);
            unread(second);
        }
        unread(first);
        return UTF_8;
    }

    private void unread(int octet) throws IOException {
        if (octet != END) {
            bytes.unread(octet);
        }
    }
}
