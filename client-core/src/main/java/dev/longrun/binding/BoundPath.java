// SPDX-License-Identifier: Apache-2.0
package dev.longrun.binding;

import dev.longrun.http.HttpMethod;

/**
 * The HTTP rule, path and query of one request; everything but the host.
 *
 * @param path percent-encoded, with the version: {@code /v1/projects/p/locations/l/operations/o:cancel}
 * @param query {@code name=…}, percent-encoded, where a list has no place for its parent in the path; else empty
 * @param documented false if no binding of the service covers the name, so that the plain form
 *     {@code /{version}/{name}:cancel} is a guess, which the server may answer with 404 or 501
 */
public record BoundPath(HttpRule rule, String path, String query, boolean documented) {
    static BoundPath documented(HttpRule rule, String name) {
        return new BoundPath(rule, rule.expand(name), "", true);
    }

    /**
     * The form that nearly all services document, for a name that none of their bindings covers.
     *
     * @param prefix what comes before the name: {@code v1}, {@code sql/v1beta4}
     * @param name empty for a list of operations without a parent
     * @param suffix what follows the name: {@code :cancel}
     */
    public static BoundPath plain(HttpMethod method, String prefix, String name, String suffix, boolean body) {
        String variable = name.isEmpty() ? "" : "/{name=**}";
        PathTemplate template = PathTemplate.parse('/' + prefix + variable + suffix);
        String path = name.isEmpty() ? template.toString() : template.expand(name);
        return new BoundPath(new HttpRule(method, template, body), path, "", false);
    }
}
