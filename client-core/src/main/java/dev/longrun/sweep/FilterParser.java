// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import dev.longrun.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Parses the part of AIP-160 that a list of one kind of object needs: restrictions joined by {@code AND}, each perhaps
 * after {@code NOT} or {@code -}. Errors name the character, counted from 1. One pass; for one use.
 */
final class FilterParser {
    private final String text;
    private int at;

    private FilterParser(String text) {
        this.text = text;
    }

    /** @return at least one */
    static List<Restriction> parse(String text) {
        return new FilterParser(text).all();
    }

    private List<Restriction> all() {
        List<Restriction> restrictions = new ArrayList<>();
        skipSpace();
        if (atEnd()) {
            throw error("expected a restriction", "such as verb=create or age>1h");
        }
        restrictions.add(term());
        for (skipSpace(); !atEnd(); skipSpace()) {
            and();
            restrictions.add(term());
        }
        return restrictions;
    }

    private void and() {
        String word = word(at);
        if (word.equals("OR")) {
            throw error("expected AND, got OR", "OR is not supported: a command for each of the two does the same");
        }
        if (!word.equals("AND")) {
            throw error(
                    "expected AND, got " + SafeText.quoted(word),
                    "AND is written in capitals, and a value with spaces in quotes");
        }
        at += word.length();
        skipSpace();
    }

    private Restriction term() {
        boolean negated = word(at).equals("NOT") || peek() == '-';
        if (negated) {
            at += peek() == '-' ? 1 : "NOT".length();
            skipSpace();
        }
        Restriction restriction = restriction();
        return negated ? restriction.negated() : restriction;
    }

    private Restriction restriction() {
        int start = at;
        if (peek() == '(') {
            throw error("expected a key, got (", "restrictions are joined by AND alone, without parentheses");
        }
        while (isKey(peek()) && (at > start || peek() != '-')) {
            at++;
        }
        String name = text.substring(start, at);
        FilterKey key = FilterKey.of(name).orElseThrow(() -> unknownKey(name, start));
        int end = at;
        skipSpace();
        FilterOperator operator = FilterOperator.at(text, at).orElseThrow(() -> noOperator(key, name, end));
        at += operator.symbol().length();
        skipSpace();
        int from = at;
        String value = value(text.substring(start, at), key);
        try {
            return key.restriction(operator, value);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(wrong.getMessage() + where(from), wrong);
        }
    }

    private IllegalArgumentException unknownKey(String name, int start) {
        at = start;
        String keys = "the keys are " + FilterKey.all();
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "" -> error("expected a key, got " + SafeText.quoted(word(at)), keys);
            case "and", "or", "not" ->
                error(
                        "expected a restriction, got " + SafeText.quoted(name),
                        "such as verb=create; AND stands between two, NOT before one, in capitals");
            case "server" -> error("no key \"server\"", "--server-filter takes the service's own filter");
            default -> error("no key " + SafeText.quoted(name), keys);
        };
    }

    private IllegalArgumentException noOperator(FilterKey key, String name, int end) {
        if (peek() == ':') {
            return error("expected = in place of :", "* stands for any text, as in " + key.example());
        }
        at = end;
        return error("expected an operator after " + SafeText.quoted(name), "such as " + key.example());
    }

    private String value(String before, FilterKey key) {
        boolean quoted = peek() == '"' || peek() == '\'';
        String value = quoted ? quoted() : word(at);
        if (value.isEmpty() || !quoted && (value.equals("AND") || value.equals("OR"))) {
            throw error("expected a value after " + SafeText.quoted(before), "such as " + key.example());
        }
        if (!quoted) {
            checkPlain(value);
            at += value.length();
        }
        return value;
    }

    private void checkPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (i == 0 && c == '=' || "()\"".indexOf(c) >= 0) {
                at += i;
                throw error("unexpected " + c, "a value with it is written in quotes");
            }
        }
    }

    /** A backslash takes the next character as it is. */
    private String quoted() {
        int start = at;
        char quote = text.charAt(at++);
        StringBuilder value = new StringBuilder();
        while (!atEnd() && peek() != quote) {
            at += peek() == '\\' && at + 1 < text.length() ? 1 : 0;
            value.append(text.charAt(at++));
        }
        if (atEnd()) {
            at = start;
            throw error("the quote " + quote + " has no end", "expected another " + quote);
        }
        at++;
        if (!atEnd() && !Character.isWhitespace(peek())) {
            throw error(
                    "expected a space after the quoted value", "a backslash before a quote makes it part of the value");
        }
        if (value.isEmpty()) {
            at = start;
        }
        return value.toString();
    }

    private String word(int from) {
        int end = from;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(from, end);
    }

    private static boolean isKey(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.';
    }

    private void skipSpace() {
        while (!atEnd() && Character.isWhitespace(peek())) {
            at++;
        }
    }

    private boolean atEnd() {
        return at == text.length();
    }

    /** The next character; {@code \0} at the end. */
    private char peek() {
        return atEnd() ? '\0' : text.charAt(at);
    }

    private IllegalArgumentException error(String problem, String hint) {
        return new IllegalArgumentException(problem + where(at) + "; " + hint);
    }

    private String where(int position) {
        return " at character " + (text.codePointCount(0, position) + 1) + " of the filter " + SafeText.quoted(text);
    }
}
