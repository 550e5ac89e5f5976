// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;

/** Real credentials whose token server is a counter. */
final class CountedCredentials extends GoogleCredentials {
    private static final long serialVersionUID = 1L;
    final transient AtomicInteger fetched = new AtomicInteger();

    CountedCredentials(GoogleCredentials.Builder builder) {
        super(builder);
    }

    @Override
    public AccessToken refreshAccessToken() {
        return new AccessToken(
                "counted-" + fetched.incrementAndGet(), Date.from(Instant.now().plusSeconds(3600)));
    }
}
