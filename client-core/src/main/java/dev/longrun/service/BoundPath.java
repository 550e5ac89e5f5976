// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.http.HttpMethod;
import dev.longrun.name.PathTemplate;

/**
 * The HTTP rule, path and query of one request; everything but the host.
 *
 * @param path percent-encoded, with the version: {@code /v1/projects/p/locations/l/operations/o:cancel}
 * @param query {@code name=…}, percent-encoded, where a list has no place for its parent in the path; else empty
 * @param documented false if no binding of the service covers the name, so that the plain form
 *     {@code /{version}/{name}:cancel} is a guess, which the server may answer with 404 or 501
 */
public record BoundPath(HttpRule rule, String path, String query, boolean documented) {
    private static final String COLLECTION = "/operations";

    static BoundPath documented(HttpRule rule, String name) {
        return new BoundPath(rule, rule.template().expand(name), "", true);
    }

    static BoundPath plain(OperationsMethod rpc, String version, String name) {
        String template = '/' + version + "/{name=**}" + (rpc == OperationsMethod.LIST ? COLLECTION : rpc.suffix());
        HttpRule rule = new HttpRule(rpc.method(), PathTemplate.parse(template), rpc.body());
        return new BoundPath(rule, rule.template().expand(name), "", false);
    }

    /** The undocumented list of operations without a parent. */
    static BoundPath plainList(String version) {
        String path = '/' + version + COLLECTION;
        return new BoundPath(new HttpRule(HttpMethod.GET, PathTemplate.parse(path), false), path, "", false);
    }
}
