// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.name.PathTemplate;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.HttpRule;
import dev.longrun.service.OperationsMethod;
import dev.longrun.service.ServiceDefinition;
import java.util.Optional;

/**
 * One documented path, and what is served there.
 *
 * @param service whose errors these are; no single one where several services share the path
 * @param operations the beginning of the names that a list without a variable shows
 */
record Binding(ApiMethod rpc, HttpRule rule, String service, String operations) {

    private static final String COLLECTION = "operations/";

    static Binding of(ApiMethod rpc, HttpRule rule, ServiceDefinition service) {
        boolean topLevel = service.patterns(OperationsMethod.GET).stream()
                .anyMatch(pattern -> pattern.toString().startsWith(COLLECTION));
        return new Binding(rpc, rule, service.name(), topLevel ? COLLECTION : "");
    }

    /** The same path of another service: from the path alone nobody can tell the two apart. */
    Binding sharedWith(Binding other) {
        return service.equals(other.service) ? this : new Binding(rpc, rule, ErrorAnswer.GOOGLE, operations);
    }

    /** The decoded name in that path; the empty name for a path that has no place for one. */
    Optional<String> name(String path) {
        return template()
                .match(path)
                .map(values -> values.values().stream().findFirst().orElse(""));
    }

    PathTemplate template() {
        return rule.template();
    }

    /** {@code v1} of {@code /v1/{name=…}}. */
    String version() {
        String text = template().toString();
        return text.substring(1, text.indexOf('/', 1));
    }

    /** What the names in a list of that parent begin with. */
    String prefix(String parent) {
        String text = template().toString();
        String tail = text.substring(text.indexOf('}') + 1);
        return parent.isEmpty() ? operations : parent + (tail.startsWith("/") ? tail : "") + "/";
    }
}
