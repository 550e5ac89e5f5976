// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.http.HttpMethod;
import dev.longrun.http.Origin;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.ServiceDefinition;

/**
 * What one call asks for, before headers, credentials and deadlines.
 *
 * @param service whose RPC it is
 * @param rpc which of its methods
 * @param subject the unencoded name that the call is about: goes into messages and the routing header
 * @param origin the host that serves it
 * @param method the HTTP method of the binding
 * @param path the percent-encoded path
 * @param query the encoded query, or empty
 * @param body JSON, or empty
 */
public record CallRequest(
        ServiceDefinition service,
        ApiMethod rpc,
        String subject,
        Origin origin,
        HttpMethod method,
        String path,
        String query,
        String body) {

    /** {@code file v1 cancel projects/p/locations/l/operations/o}: how messages begin. */
    public String describe() {
        return service.label() + " " + rpc.label() + " " + (subject.isEmpty() ? "operations" : subject);
    }
}
