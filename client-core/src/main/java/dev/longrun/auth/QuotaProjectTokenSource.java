// SPDX-License-Identifier: Apache-2.0
package dev.longrun.auth;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The tokens of another source, billed to a given project. */
record QuotaProjectTokenSource(TokenSource tokens, String project) implements TokenSource {
    private static final String HEADER = "x-goog-user-project";

    @Override
    public Map<String, String> headers(Duration timeout) throws IOException {
        Map<String, String> headers = new HashMap<>(tokens.headers(timeout));
        headers.put(HEADER, project);
        return headers;
    }

    @Override
    public void invalidate(Map<String, String> refused) {
        tokens.invalidate(refused);
    }

    @Override
    public boolean isNone() {
        return tokens.isNone();
    }

    @Override
    public Optional<String> quotaProject(Duration timeout) {
        return Optional.of(project);
    }

    @Override
    public String universeDomain(Duration timeout) throws IOException {
        return tokens.universeDomain(timeout);
    }

    /** Without the source, whose text is that of the application. */
    @Override
    public String toString() {
        return "tokens billed to " + project;
    }
}
