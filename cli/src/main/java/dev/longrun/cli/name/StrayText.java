// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import dev.longrun.name.InvalidNameException;
import dev.longrun.text.PercentEncoding;
import dev.longrun.text.SafeText;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What pages, shells, tables and keyboards leave around or in a pasted name: the rule, and the repair that makes it
 * true. A text with any of it is refused with the repaired text, as a name that was guessed is not sent.
 */
enum StrayText {
    LIST_MARK(
            "without a mark before it", text -> Patterns.LIST_MARK.matcher(text).replaceFirst("")),
    KEY("without a key before it", text -> Patterns.KEY.matcher(text).replaceFirst("")),
    QUOTES("without quotes around it", text -> trimmed(text, Patterns.QUOTES, Patterns.QUOTES)),
    BRACKETS("without brackets around it", text -> trimmed(text, "<([{", ">)]}")),
    PUNCTUATION(
            "without punctuation after it",
            text -> Patterns.PUNCTUATION.matcher(text).replaceFirst("")),
    INVISIBLE("without characters that cannot be seen", StrayText::visible),
    WIDE("without full-width characters", StrayText::narrow),
    DASH("with hyphens in place of dashes", text -> Patterns.DASH.matcher(text).replaceAll("-")),
    ENCODED("without percent-encoding, unless it is a URL", StrayText::decoded),
    VERB(
            "without the verb of a request",
            text -> isUrl(text) ? text : Patterns.VERB.matcher(text).replaceFirst(""));

    private static final int WIDE_TO_ASCII = 0xFF01 - '!';

    private final String rule;
    private final UnaryOperator<String> repair;

    StrayText(String rule, UnaryOperator<String> repair) {
        this.rule = rule;
        this.repair = repair;
    }

    /** Apart, as the constants of an enum are made before its other static fields. */
    private static final class Patterns {
        static final String QUOTES = "\"'`\u2018\u2019\u201A\u201C\u201D\u201E\u00AB\u00BB";
        static final Pattern LIST_MARK = Pattern.compile("^[-*\u2022]\\s+");
        static final Pattern KEY = Pattern.compile("^[\"']?name[\"']?:\\s+");
        static final Pattern PUNCTUATION = Pattern.compile("(?<=[^./])[.,;]+$");
        static final Pattern DASH = Pattern.compile("[\u2010-\u2015\u2212\uFE58\uFE63]");
        static final Pattern VERB = Pattern.compile(":(cancel|wait|delete)$");
        static final Pattern URL = Pattern.compile("(?is)https?:.*");
        static final Pattern CONSOLE = Pattern.compile("(?is)(?:https?://)?console\\.cloud\\.google\\.com(?:[/?#].*)?");
        static final Pattern PROJECT = Pattern.compile("[?&]project=([A-Za-z0-9.:-]+)");
    }

    /** @throws InvalidNameException if the text is a name with something stray, several words, or no name at all */
    static void check(String text) {
        if (Patterns.CONSOLE.matcher(text).matches()) {
            throw consolePage(text);
        }
        if (text.startsWith("{") || text.startsWith("[{")) {
            throw new InvalidNameException(
                    "an object is read from a file or stdin, by --from-file; expected a name; got "
                            + SafeText.quoted(text));
        }
        if (text.indexOf('\0') >= 0) {
            throw new InvalidNameException("a name has no NUL characters, but text in UTF-16 has them where UTF-8 is"
                    + " expected; got " + SafeText.quoted(text));
        }
        String repaired = repairAll(text);
        if (repaired.isEmpty()) {
            return; // the parser says what a name looks like
        }
        if (repaired.chars().anyMatch(Character::isWhitespace)) {
            throw severalWords(repaired);
        }
        firstIn(text.strip()).ifPresent(stray -> {
            throw new InvalidNameException("a name is written %s; got %s; write %s"
                    .formatted(stray.rule, SafeText.quoted(text), SafeText.quoted(repaired)));
        });
    }

    private static Optional<StrayText> firstIn(String text) {
        return Arrays.stream(values())
                .filter(stray -> !stray.repair.apply(text).equals(text))
                .findFirst();
    }

    /** Repeats the repairs, as there may be quotes in brackets; each one makes the text shorter or simpler. */
    private static String repairAll(String text) {
        String before = "";
        String repaired = text.strip();
        while (!repaired.equals(before)) {
            before = repaired;
            for (StrayText stray : values()) {
                repaired = stray.repair.apply(repaired).strip();
            }
        }
        return repaired;
    }

    private static InvalidNameException severalWords(String text) {
        String[] words = text.split("\\s+");
        String likely = Arrays.stream(words)
                .filter(word -> word.indexOf('/') >= 0)
                .findFirst()
                .orElse(words[0]);
        return new InvalidNameException(
                "a name is one word; got %s, perhaps a row of a table; write %s alone, as gcloud does with --format='value(name)'"
                        .formatted(SafeText.quoted(text), SafeText.quoted(likely)));
    }

    private static InvalidNameException consolePage(String text) {
        Matcher project = Patterns.PROJECT.matcher(text);
        String list = project.find()
                ? "; `lro list --service SERVICE --project %s --all-locations` shows the names there"
                        .formatted(project.group(1))
                : "";
        return new InvalidNameException("a console page does not tell an operation's name; expected"
                + " //file.googleapis.com/projects/… or the URL of an API request; got " + SafeText.quoted(text)
                + list);
    }

    private static boolean isUrl(String text) {
        return Patterns.URL.matcher(text).matches();
    }

    private static String trimmed(String text, String before, String after) {
        int from = 0;
        int to = text.length();
        while (from < to && before.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (from < to && after.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    private static String visible(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .map(c -> Character.isSpaceChar(c) ? ' ' : c)
                .forEach(seen::appendCodePoint);
        return seen.toString();
    }

    private static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= 0xFF01 && c <= 0xFF5E ? c - WIDE_TO_ASCII : c)
                .forEach(narrow::appendCodePoint);
        return narrow.toString();
    }

    /** Decoded once: a name that is still encoded then is refused too. */
    private static String decoded(String text) {
        return isUrl(text) || text.indexOf('%') < 0
                ? text
                : PercentEncoding.decode(text).orElse(text);
    }
}
