// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.text.PercentEncoding;
import dev.longrun.text.SafeText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Builds the headers of a request. The client's own name is in all of them.
 *
 * @param userAgent the {@code User-Agent} header
 * @param apiClient the {@code x-goog-api-client} header, names and semantic versions as Google's system parameters have
 *     it: {@code gl-java/17.0.15 gccl/0.1.0 gapic/0.1.0 rest/0.1.0}. Google's showcase server refuses requests over
 *     HTTP without {@code rest/} or {@code gapic/}
 * @param reason the {@code x-goog-request-reason} header, for the audit logs of the service
 */
public record RequestHeaders(String userAgent, String apiClient, Optional<String> reason) {
    private static final String JSON = "application/json";

    /** Without a reason. */
    public RequestHeaders(String userAgent, String apiClient) {
        this(userAgent, apiClient, Optional.empty());
    }

    /** The same headers, with this reason. */
    public RequestHeaders withReason(Optional<String> value) {
        return new RequestHeaders(userAgent, apiClient, value);
    }

    /**
     * The text, if it can be a header.
     *
     * @throws IllegalArgumentException otherwise
     */
    public static String checkReason(String text) {
        if (text.isBlank() || !text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException(
                    "a reason is sent as a header and must be printable ASCII; got " + SafeText.quoted(text));
        }
        return text.strip();
    }

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
        if (authorization.isEmpty() && reason.isEmpty()) {
            return own;
        }
        Map<String, String> headers = new HashMap<>(authorization);
        headers.putAll(own);
        if (reason.isPresent()) {
            headers.put("x-goog-request-reason", reason.get());
        }
        return headers;
    }
}
