// SPDX-License-Identifier: Apache-2.0
package dev.longrun.binding;

import static java.util.Objects.requireNonNull;

import dev.longrun.name.InvalidNameException;
import dev.longrun.name.NamePattern;
import dev.longrun.text.IllegalCharacter;
import dev.longrun.text.PercentEncoding;
import dev.longrun.text.SafeText;
import dev.longrun.text.Segments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A URL path with variables, as HTTP bindings write it (google/api/http.proto): it makes paths of names, and names of
 * paths.
 *
 * <pre>
 * var cancel = PathTemplate.parse("/v1/{name=projects/&#42;/operations/*}:cancel");
 * cancel.expand("projects/p/operations/a b")              // /v1/projects/p/operations/a%20b:cancel
 * cancel.match("/v1/projects/p/operations/a%20b:cancel")  // Optional[{name=projects/p/operations/a b}]
 * </pre>
 *
 * <p>Grammar: {@code "/" Segments [":" verb]}; a segment is {@code *}, {@code **}, a literal or <code>
 * {variable=Segments}</code>, and <code>{x}</code> is <code>{x=*}</code>. Variables do not nest. After {@code **} only
 * literals outside its variable may follow. Immutable; equal when written alike.
 */
public final class PathTemplate {
    private final String text;
    private final String verb;
    private final List<String> segments;
    private final List<Variable> variables;
    private final List<String> fixed;
    private final boolean expandable;
    private final Optional<NamePattern> pattern;

    /** {@code fixed} is the text around the variables: one piece before each, and one after the last. */
    PathTemplate(String text, String verb, List<String> segments, List<Variable> variables, List<String> fixed) {
        this.text = text;
        this.verb = verb;
        this.segments = List.copyOf(segments);
        this.variables = List.copyOf(variables);
        this.fixed = List.copyOf(fixed);
        this.expandable = !String.join("", fixed).contains(Segments.ONE);
        this.pattern = variables.size() == 1 ? Optional.of(variables.get(0).pattern()) : Optional.empty();
    }

    /** @throws InvalidNameException if {@code template} breaks the grammar; the message says where */
    public static PathTemplate parse(String template) {
        return new TemplateParser(template).parse();
    }

    /**
     * The path for this value of the only variable, which is not encoded yet. All but unreserved characters are encoded
     * here, once; a variable of several segments keeps its slashes.
     *
     * @throws InvalidNameException if the value does not fit the variable's pattern, or there is not exactly one
     *     variable
     */
    public String expand(String value) {
        if (variables.size() != 1) {
            throw new InvalidNameException("template %s takes values for %s; got the single value %s"
                    .formatted(this, variables(), SafeText.quoted(String.valueOf(value))));
        }
        return startOfPath() + variables.get(0).encode(value) + fixed.get(1);
    }

    /**
     * The same for any number of variables, with a value for each and no others.
     *
     * @throws InvalidNameException if a value is missing, too many, or does not fit
     */
    public String expand(Map<String, String> values) {
        if (!values.keySet().equals(Set.copyOf(variables()))) {
            throw new InvalidNameException(
                    "template %s takes values for %s; got values for %s".formatted(this, variables(), values.keySet()));
        }
        StringBuilder out = new StringBuilder(startOfPath());
        for (int i = 0; i < variables.size(); i++) {
            Variable variable = variables.get(i);
            String value = requireNonNull(values.get(variable.name()), variable.name());
            out.append(variable.encode(value)).append(fixed.get(i + 1));
        }
        return out.toString();
    }

    /**
     * The decoded values of the variables if this is the path of a request to this binding. In a variable of several
     * segments {@code %2F} stays encoded. Broken escapes, and whatever {@link #expand} would refuse, do not match.
     * Without a verb in the template a colon in the path is an ordinary character; with one, the last colon is the
     * verb's.
     *
     * @param encodedPath a path as it is on the wire, without query
     */
    public Optional<Map<String, String>> match(String encodedPath) {
        return PathMatch.of(encodedPath, verb, segments, variables);
    }

    /**
     * True if this resource name, not encoded, fits the pattern of the only variable; false if there is not exactly
     * one.
     */
    public boolean matches(String name) {
        return variables.size() == 1 && variables.get(0).pattern().matches(name);
    }

    /** The custom verb, such as {@code cancel}, without its colon. */
    public Optional<String> verb() {
        return verb.isEmpty() ? Optional.empty() : Optional.of(verb);
    }

    /** The names of the variables, in order. */
    public List<String> variables() {
        return variables.stream().map(Variable::name).toList();
    }

    /** The pattern of the only variable; empty if there is not exactly one. */
    public Optional<NamePattern> pattern() {
        return pattern;
    }

    /** The pattern of this variable as text, {@code *} where the template gives none. */
    public String variablePattern(String variable) {
        return variables.stream()
                .filter(v -> v.name().equals(variable))
                .findFirst()
                .map(v -> v.pattern().toString())
                .orElseThrow(() -> new InvalidNameException("template %s has variables %s; got %s"
                        .formatted(this, variables(), SafeText.quoted(variable))));
    }

    private String startOfPath() {
        if (!expandable) {
            throw new InvalidNameException(
                    "template %s has a wildcard outside of a variable; it can match, but not expand".formatted(this));
        }
        return fixed.get(0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathTemplate that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The template as it was written. */
    @Override
    public String toString() {
        return text;
    }

    /**
     * A variable of a template: it covers the template's segments from {@code start} up to, not including, {@code end}.
     */
    record Variable(String name, int start, int end, NamePattern pattern) {
        private static final NamePattern ANYTHING = NamePattern.parse(Segments.REST);

        boolean isSingleSegment() {
            return pattern.toString().equals(Segments.ONE);
        }

        String encode(String value) {
            if (!accepts(value)) {
                throw new InvalidNameException(refusal(value));
            }
            return PercentEncoding.encode(value, !isSingleSegment());
        }

        /**
         * A value for a single segment may hold slashes, they are encoded (google/api/http.proto), but nothing that a
         * server which decodes them too early could take for another path.
         */
        boolean accepts(String value) {
            NamePattern shape = isSingleSegment() ? ANYTHING : pattern;
            return value != null
                    && shape.matches(value)
                    && (isPrintableAscii(value) || IllegalCharacter.firstIn(value) < 0);
        }

        private static boolean isPrintableAscii(String value) {
            for (int i = 0; i < value.length(); i++) {
                if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                    return false;
                }
            }
            return true;
        }

        private String refusal(String value) {
            if (value == null) {
                return name + " must look like " + pattern + "; got null";
            }
            return IllegalCharacter.in(value)
                    .map(c -> c.message(name, value))
                    .orElseGet(() -> pattern.refusal(name, value));
        }
    }
}
