// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.http.HttpMethod;
import dev.longrun.name.PathTemplate;

/**
 * One HTTP binding of one rpc, as {@code google/api/http.proto} has it.
 *
 * @param body true if the binding says {@code body: "*"}; then fields that are not in the path, such as the timeout of
 *     a wait, go into a JSON body, else into the query. A cancel has no such fields, so its body is empty either way.
 */
public record HttpRule(HttpMethod method, PathTemplate template, boolean body) {

    /**
     * {@code POST /v1/{name=projects/*}{@code /operations/*}:cancel}, with a star after the verb if there is a body.
     */
    @Override
    public String toString() {
        return method + (body ? "* " : " ") + template;
    }
}
