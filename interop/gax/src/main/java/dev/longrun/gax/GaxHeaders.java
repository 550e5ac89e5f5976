// SPDX-License-Identifier: Apache-2.0
package dev.longrun.gax;

import dev.longrun.OperationsClientBuilder;
import dev.longrun.error.ConfigurationException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import okhttp3.OkHttpClient;

/**
 * The headers of a provider, sorted by what Longrun does with them.
 *
 * @param known by their names, in lower case: those that the builder has a method for
 * @param added to each request as they are
 */
record GaxHeaders(Map<String, String> known, Map<String, String> added) {
    private static final String AGENT = "user-agent";
    private static final String QUOTA_PROJECT = "x-goog-user-project";
    private static final String REASON = "x-goog-request-reason";

    private static final Set<String> KNOWN = Set.of(AGENT, QUOTA_PROJECT, REASON);

    /** Each client has its own. */
    private static final Set<String> OWN = Set.of(
            "accept",
            "accept-encoding",
            "content-length",
            "content-type",
            "host",
            "x-goog-api-client",
            "x-goog-request-params");

    /** Over plain http they would be sent too, and to any endpoint. */
    private static final Set<String> CREDENTIALS =
            Set.of("authorization", "cookie", "proxy-authorization", "x-goog-api-key");

    /** @throws ConfigurationException if one is a credential; the message does not contain its value */
    static GaxHeaders of(Map<String, String> headers) {
        Map<String, String> known = new TreeMap<>();
        Map<String, String> added = new TreeMap<>();
        headers.forEach((given, value) -> {
            String name = given.toLowerCase(Locale.ROOT);
            if (CREDENTIALS.contains(name)) {
                throw new ConfigurationException(
                        "gax's HeaderProvider has a header " + given
                                + ", which is a credential; expected it in the CredentialsProvider, which keeps it from plain http");
            } else if (KNOWN.contains(name)) {
                known.put(name, value);
            } else if (!OWN.contains(name)) {
                added.put(given, value);
            }
        });
        return new GaxHeaders(Map.copyOf(known), Map.copyOf(added));
    }

    void applyTo(OperationsClientBuilder builder) {
        known.forEach((name, value) -> {
            switch (name) {
                case AGENT -> builder.application(value);
                case QUOTA_PROJECT -> builder.quotaProject(value);
                default -> builder.requestReason(value);
            }
        });
        if (!added.isEmpty()) {
            builder.http(new OkHttpClient.Builder()
                    .addInterceptor(chain -> {
                        var request = chain.request().newBuilder();
                        added.forEach(request::header);
                        return chain.proceed(request.build());
                    })
                    .build());
        }
    }

    /** Without the values, some of which the application may keep secret. */
    @Override
    public String toString() {
        return "GaxHeaders[known=" + known.keySet() + ", added=" + added.keySet() + "]";
    }
}
