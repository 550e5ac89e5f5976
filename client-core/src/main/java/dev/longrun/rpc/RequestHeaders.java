// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.text.PercentEncoding;
import java.util.HashMap;
import java.util.Map;

/**
 * Builds the headers of a request. The client's own name is in all of them.
 *
 * @param userAgent the {@code User-Agent} header
 * @param apiClient the {@code x-goog-api-client} header, names and semantic versions as Google's system parameters have
 *     it: {@code gl-java/17.0.15 gccl/0.1.0 gapic/0.1.0 rest/0.1.0}. Google's showcase server refuses requests over
 *     HTTP without {@code rest/} or {@code gapic/}
 */
public record RequestHeaders(String userAgent, String apiClient) {
    private static final String JSON = "application/json";

    /** All headers of a request, with the routing header of AIP-4222 for its subject. */
    Map<String, String> headers(CallRequest request, Map<String, String> authorization) {
        Map<String, String> own = request.subject().isEmpty()
                ? Map.of("Accept", JSON, "User-Agent", userAgent, "x-goog-api-client", apiClient)
                : Map.of(
                        "Accept",
                        JSON,
                        "User-Agent",
                        userAgent,
                        "x-goog-api-client",
                        apiClient,
                        "x-goog-request-params",
                        PercentEncoding.parameter("name", request.subject()));
        if (authorization.isEmpty()) {
            return own;
        }
        Map<String, String> headers = new HashMap<>(authorization);
        headers.putAll(own);
        return headers;
    }
}
