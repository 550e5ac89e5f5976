// SPDX-License-Identifier: Apache-2.0
package dev.longrun.distribution;

import java.util.List;
import java.util.Locale;

/**
 * Writes a page in the macros of man(7). Text is escaped here and nowhere else: what a program would take for a request
 * or a font is shown as it is, and no byte is above 127, so that the page does not depend on the reader's locale.
 */
final class Roff {
    private final StringBuilder page = new StringBuilder();

    /** @param title as in {@code lro-cancel} */
    Roff(String title, String date, String source, String manual) {
        macro("TH", title.toUpperCase(Locale.ROOT), "1", date, source, manual);
        page.append(".nh\n.ad l\n");
    }

    Roff section(String title) {
        macro("SH", title);
        return this;
    }

    Roff paragraph(String text) {
        page.append(".PP\n").append(lines(text));
        return this;
    }

    /** Plain text right below a section's title. */
    Roff text(String text) {
        page.append(lines(text));
        return this;
    }

    /** A term, with parts in bold and in italics, and its explanation. */
    Roff entry(List<Span> term, String explanation) {
        page.append(".TP\n");
        term.forEach(span -> page.append(span.roff()));
        page.append('\n').append(lines(explanation));
        return this;
    }

    /** Lines that are shown as they are. */
    Roff verbatim(List<String> lines) {
        page.append(".RS 4\n.nf\n");
        lines.forEach(line -> page.append(lines(line)));
        page.append(".fi\n.RE\n");
        return this;
    }

    private void macro(String name, String... arguments) {
        page.append('.').append(name);
        for (String argument : arguments) {
            page.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
        }
        page.append('\n');
    }

    private static String lines(String text) {
        StringBuilder lines = new StringBuilder();
        for (String line : text.strip().split("\n", -1)) {
            String safe = escaped(line);
            boolean isRequest = safe.startsWith(".") || safe.startsWith("'");
            lines.append(isRequest ? "\\&" : "").append(safe).append('\n');
        }
        return lines.toString();
    }

    static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> safe.append(escaped(c)));
        return safe.toString();
    }

    private static String escaped(int codePoint) {
        return switch (codePoint) {
            case '\\' -> "\\e";
            case '-' -> "\\-";
            case '\'' -> "\\(aq";
            case '`' -> "\\(ga";
            case '^' -> "\\(ha";
            case '~' -> "\\(ti";
            case '…' -> "...";
            default ->
                codePoint < 128 ? Character.toString(codePoint) : String.format(Locale.ROOT, "\\[u%04X]", codePoint);
        };
    }

    @Override
    public String toString() {
        return page.toString();
    }

    /** A part of a line in one font. */
    record Span(char font, String text) {
        static Span bold(String text) {
            return new Span('B', text);
        }

        static Span italic(String text) {
            return new Span('I', text);
        }

        static Span plain(String text) {
            return new Span('R', text);
        }

        private String roff() {
            return "\\f" + font + escaped(text) + "\\fR";
        }
    }
}
