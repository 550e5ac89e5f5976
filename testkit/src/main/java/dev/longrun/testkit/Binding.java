// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.binding.HttpRule;
import dev.longrun.binding.PathTemplate;
import dev.longrun.name.NamePattern;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.Dialect;
import dev.longrun.service.ServiceDefinition;
import java.util.List;
import java.util.Optional;

/**
 * One documented path and the method served there.
 *
 * @param service the service named in errors; {@code googleapis.com} where several services share the path
 * @param version {@code v1}
 * @param dialect google.longrunning where services of different dialects share the path
 * @param operations the prefix of the names in a list whose path has no variable
 */
record Binding(ApiMethod rpc, HttpRule rule, String service, String version, Dialect dialect, String operations) {

    private static final String COLLECTION = "operations/";
    private static final String AGGREGATED = "/aggregated/operations";

    static Binding of(ApiMethod rpc, HttpRule rule, ServiceDefinition service) {
        boolean topLevel = service.patterns(ApiMethod.GET).stream()
                .anyMatch(pattern -> pattern.toString().startsWith(COLLECTION));
        return new Binding(rpc, rule, service.name(), service.version(), service.dialect(), topLevel ? COLLECTION : "");
    }

    /** Merges the same path of another service: the path alone does not tell the two apart. */
    Binding sharedWith(Binding other) {
        return service.equals(other.service)
                ? this
                : new Binding(
                        rpc,
                        rule,
                        ErrorResponses.GOOGLE,
                        version,
                        dialect == other.dialect ? dialect : Dialect.LONGRUNNING,
                        operations);
    }

    /** The decoded name in that path; an empty name if the path has no variable. */
    Optional<String> name(String path) {
        return rule.pattern().isPresent()
                ? rule.name(path)
                : template().match(path).map(none -> "");
    }

    PathTemplate template() {
        return rule.template();
    }

    /** The collection of the resource that the operations work on: {@code endpoints}. Empty if the path has no name. */
    String collection() {
        return rule.pattern().map(NamePattern::segments).orElse(List.of()).stream()
                .filter(segment -> !segment.startsWith("*") && !segment.equals("operations"))
                .reduce("", (earlier, later) -> later);
    }

    /** The path of that operation: {@code /compute/v1/projects/p/zones/z/operations/o}. */
    String pathOf(String name) {
        String text = template().toString();
        return text.substring(0, text.indexOf('{')) + name;
    }

    /** Whether this is a list of all places in its parent. */
    boolean isAggregated() {
        return template().toString().endsWith(AGGREGATED);
    }

    /** The prefix of the names in a list of the parent in the path. */
    String prefix(String parent) {
        String text = template().toString();
        String tail = text.substring(text.lastIndexOf('}') + 1);
        return parent + (tail.startsWith("/") && !isAggregated() ? tail : "") + '/';
    }

    /** The same for a list whose path has no variable; the parent is in the query, or there is none. */
    String prefixByQuery(String parent) {
        String plain = HttpRule.withoutCollection(parent);
        return plain.isEmpty() ? operations : plain + '/' + COLLECTION;
    }
}
