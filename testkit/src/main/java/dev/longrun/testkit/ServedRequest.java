// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.service.ApiMethod;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A request as the server received it.
 *
 * @param at the time of arrival, by the clock of the server
 * @param rpc empty on a path that no service documents
 * @param name of the operation, or for a list of the parent; empty on an undocumented path
 * @param path as it was sent, percent-encoded
 * @param query as it was sent, without the question mark; secrets are masked
 * @param headers looked up without regard to case; of repeated ones the last. Secrets are masked: an
 *     {@code Authorization} reads {@code Bearer sha256:1f2e3d4c}, which is enough to tell one token from another
 * @param body unzipped
 */
public record ServedRequest(
        Instant at,
        Optional<ApiMethod> rpc,
        String name,
        String method,
        String path,
        String query,
        Map<String, String> headers,
        String body) {

    /** Such as {@code POST /v1/projects/p/locations/l/operations/o:cancel}. */
    public String line() {
        return method + ' ' + path + (query.isEmpty() ? "" : '?' + query);
    }
}
