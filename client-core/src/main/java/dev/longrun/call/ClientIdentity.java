// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.name.PercentEncoding;
import java.util.HashMap;
import java.util.Map;

/**
 * Who calls, as every request says it.
 *
 * @param userAgent the {@code User-Agent} header
 * @param apiClient the {@code x-goog-api-client} header, names and semantic versions as Google's system parameters have it:
 *     {@code gl-java/17.0.15 gccl/0.1.0}
 */
public record ClientIdentity(String userAgent, String apiClient) {

    /** All headers of a request; the routing header of AIP-4222 says what it is about. */
    Map<String, String> headers(CallRequest request, Map<String, String> authorization) {
        Map<String, String> headers = new HashMap<>(authorization);
        headers.put("Accept", "application/json");
        headers.put("User-Agent", userAgent);
        headers.put("x-goog-api-client", apiClient);
        if (!request.subject().isEmpty()) {
            headers.put("x-goog-request-params", "name=" + PercentEncoding.encode(request.subject()));
        }
        return headers;
    }
}
