// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longrun.text.BodySnippet;
import dev.longrun.text.SafeText;

/** Builds the messages for texts that are no JSON object. */
final class JsonErrors {

    private static final String BOM = "\u00EF\u00BB\u00BF";

    static void unlessObject(byte[] bytes) {
        if (bytes.length > Slice.DOCUMENT_BYTES) {
            throw new JsonException("JSON text has " + bytes.length + " bytes; at most " + Slice.DOCUMENT_BYTES
                    + " are read; it begins: " + BodySnippet.of(bytes));
        }
        String head = new String(bytes, 0, Math.min(4, bytes.length), ISO_8859_1);
        if (head.indexOf(0) >= 0 || head.startsWith("\u00FE\u00FF") || head.startsWith("\u00FF\u00FE")) {
            throw expectedObject("text that is not UTF-8 (UTF-16 or UTF-32 by its first bytes)", bytes);
        }
        int start = head.startsWith(BOM) ? BOM.length() : 0;
        while (start < bytes.length && BodySnippet.isBlank(bytes[start])) {
            start++;
        }
        if (start == bytes.length) {
            throw new JsonException("expected a JSON object; got " + (start == 0 ? "nothing" : "only white space"));
        }
        if (bytes[start] != '{') {
            throw expectedObject(kind((char) bytes[start]), bytes);
        }
    }

    /** The declared type is one of the JDK: the JVM loads the declared type of what a method throws to verify it. */
    static RuntimeException moreAfter(byte[] bytes, int at) {
        return new JsonException("expected nothing after the JSON object; got more text at byte " + at + "; it begins: "
                + BodySnippet.of(bytes));
    }

    /** As {@link #moreAfter}. */
    static RuntimeException malformed(byte[] bytes, JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        String what = SafeText.of(e.getOriginalMessage()).replaceAll(", from `[^`]*`", "");
        return new JsonException("malformed JSON" + where + ": " + what + "; it begins: " + BodySnippet.of(bytes));
    }

    private static JsonException expectedObject(String kind, byte[] bytes) {
        return new JsonException("expected a JSON object; got " + kind + ": " + BodySnippet.of(bytes));
    }

    private static String kind(char first) {
        return switch (first) {
            case '[' -> "an array";
            case '"' -> "a string";
            case '<' -> "HTML or XML";
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> "a number";
            default -> "text";
        };
    }

    private JsonErrors() {}
}
