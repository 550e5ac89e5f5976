// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.binding.HttpRule;
import dev.longrun.binding.PathTemplate;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.ServiceDefinition;
import java.util.Optional;

/**
 * One documented path and the method served there.
 *
 * @param service the service named in errors; {@code googleapis.com} where several services share the path
 * @param operations the prefix of the names in a list whose path has no variable
 */
record Binding(ApiMethod rpc, HttpRule rule, String service, String operations) {

    private static final String COLLECTION = "operations/";

    static Binding of(ApiMethod rpc, HttpRule rule, ServiceDefinition service) {
        boolean topLevel = service.patterns(ApiMethod.GET).stream()
                .anyMatch(pattern -> pattern.toString().startsWith(COLLECTION));
        return new Binding(rpc, rule, service.name(), topLevel ? COLLECTION : "");
    }

    /** Merges the same path of another service: the path alone does not tell the two apart. */
    Binding sharedWith(Binding other) {
        return service.equals(other.service) ? this : new Binding(rpc, rule, ErrorResponses.GOOGLE, operations);
    }

    /** The decoded name in that path; an empty name if the path has no variable. */
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

    /** The prefix of the names in a list of that parent. */
    String prefix(String parent) {
        String text = template().toString();
        String tail = text.substring(text.indexOf('}') + 1);
        return parent.isEmpty() ? operations : parent + (tail.startsWith("/") ? tail : "") + "/";
    }
}
