// SPDX-License-Identifier: Apache-2.0
package dev.longrun.binding;

import dev.longrun.binding.PathTemplate.Variable;
import dev.longrun.name.InvalidNameException;
import dev.longrun.name.NamePattern;
import dev.longrun.text.PercentEncoding;
import dev.longrun.text.SafeText;
import dev.longrun.text.Segments;
import java.util.ArrayList;
import java.util.List;

/** Reads the grammar of {@link PathTemplate} from left to right; each error names the template and the character. */
final class TemplateParser {
    private final String text;
    private final List<String> segments = new ArrayList<>();
    private final List<Variable> variables = new ArrayList<>();
    private final List<String> fixed = new ArrayList<>();
    private int at;
    private int fixedFrom;
    private int variablesBeforeRest = -1;

    TemplateParser(String text) {
        this.text = text;
    }

    PathTemplate parse() {
        expect('/', "a template begins with /");
        do {
            segment();
        } while (accept('/'));
        String verb = accept(':') ? literal("a verb") : "";
        if (at < text.length()) {
            throw refused(at, "a segment or verb ends here, expected / or : or the end");
        }
        fixed.add(text.substring(fixedFrom));
        return new PathTemplate(text, verb, segments, variables, fixed);
    }

    private void segment() {
        if (peek() == '{') {
            variable();
        } else {
            plain(false);
        }
    }

    private void variable() {
        int open = at;
        fixed.add(text.substring(fixedFrom, open));
        expect('{', "");
        String name = fieldPath();
        int start = segments.size();
        if (accept('=')) {
            do {
                plain(true);
            } while (accept('/'));
        } else {
            add(Segments.ONE, open, true);
        }
        expect('}', "a variable ends with }");
        fixedFrom = at;
        List<String> covered = segments.subList(start, segments.size());
        variables.add(new Variable(name, start, segments.size(), NamePattern.parse(String.join("/", covered))));
    }

    private String fieldPath() {
        int from = at;
        String name = unreserved();
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*")) {
            throw refused(from, "a variable has a name, such as name or operation.name");
        }
        for (Variable variable : variables) {
            if (variable.name().equals(name)) {
                throw refused(from, "the variable " + name + " is there twice");
            }
        }
        return name;
    }

    private void plain(boolean inVariable) {
        int from = at;
        if (peek() == '{') {
            throw refused(at, "a variable cannot hold another");
        }
        if (accept('*')) {
            add(accept('*') ? Segments.REST : Segments.ONE, from, inVariable);
        } else {
            add(literal("a segment"), from, inVariable);
        }
        if (peek() == '*') {
            throw refused(at, "a wildcard, * or **, is a segment by itself");
        }
    }

    /** After {@code **} only literals may follow, and only once its variable has been closed. */
    private void add(String segment, int from, boolean inVariable) {
        boolean literal = !segment.startsWith(Segments.ONE);
        if (variablesBeforeRest >= 0 && (!literal || inVariable || variablesBeforeRest == variables.size())) {
            throw refused(from, "nothing but literals after its variable may follow **");
        }
        if (segment.equals(Segments.REST)) {
            variablesBeforeRest = variables.size();
        }
        segments.add(segment);
    }

    private String literal(String what) {
        int from = at;
        String literal = unreserved();
        if (literal.isEmpty()) {
            throw refused(from, what + " is missing, expected characters of A-Z a-z 0-9 - . _ ~");
        }
        if (literal.equals(".") || literal.equals("..")) {
            throw refused(from, "a segment cannot be " + literal);
        }
        return literal;
    }

    private String unreserved() {
        int from = at;
        while (PercentEncoding.isUnreserved(peek())) {
            at++;
        }
        return text.substring(from, at);
    }

    private boolean accept(char c) {
        boolean found = peek() == c;
        at += found ? 1 : 0;
        return found;
    }

    private void expect(char c, String rule) {
        if (!accept(c)) {
            throw refused(at, rule);
        }
    }

    /** The next character, or one that no template holds. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private InvalidNameException refused(int index, String rule) {
        String place = index < text.length()
                ? SafeText.quoted(text.substring(index, text.offsetByCodePoints(index, 1))) + " at character "
                        + (index + 1)
                : "the end";
        return new InvalidNameException(
                "template " + SafeText.quoted(text) + " breaks the grammar at " + place + ": " + rule);
    }
}
