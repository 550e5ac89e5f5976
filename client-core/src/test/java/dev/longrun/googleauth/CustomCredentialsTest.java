// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.auth.Credentials;
import dev.longrun.auth.CredentialsException;
import dev.longrun.auth.TokenSource;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Credentials of a class of the application. */
class CustomCredentialsTest {
    private static final Duration AMPLE = Duration.ofSeconds(20);

    @Test
    void theirHeadersAreFlattened() throws Exception {
        TokenSource tokens = GoogleTokens.of(
                new Custom(() -> Map.of("Authorization", List.of("ApiKey a"), "x-more", List.of("1", "2"))), List.of());

        assertThat(tokens.headers(AMPLE))
                .containsEntry("authorization", "ApiKey a")
                .containsEntry("X-More", "1, 2");
        assertThat(tokens.quotaProject(AMPLE)).isEmpty();
    }

    @Test
    void theirUncheckedExceptionsAreChecked() {
        TokenSource tokens = GoogleTokens.of(
                new Custom(() -> {
                    throw new IllegalArgumentException("no idea");
                }),
                List.of());

        assertThatThrownBy(() -> tokens.headers(AMPLE))
                .isInstanceOf(CredentialsException.class)
                .hasMessage("Custom: getting an access token failed: IllegalArgumentException: no idea;"
                        + " run `gcloud auth application-default login` or set GOOGLE_APPLICATION_CREDENTIALS");
    }

    @Test
    void theirErrorsToo() {
        TokenSource tokens = GoogleTokens.of(
                new Custom(() -> {
                    throw new NoClassDefFoundError("org/example/Missing");
                }),
                List.of());

        assertThatThrownBy(() -> tokens.headers(AMPLE))
                .isInstanceOf(CredentialsException.class)
                .hasMessageContaining("NoClassDefFoundError: org/example/Missing");
    }

    /** Credentials that google-auth knows nothing of. */
    private static final class Custom extends Credentials {
        private static final long serialVersionUID = 1L;

        private final transient Callable<Map<String, List<String>>> metadata;

        Custom(Callable<Map<String, List<String>>> metadata) {
            this.metadata = metadata;
        }

        @Override
        public String getAuthenticationType() {
            return "custom";
        }

        @Override
        public Map<String, List<String>> getRequestMetadata(@Nullable URI uri) {
            try {
                return metadata.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public boolean hasRequestMetadata() {
            return true;
        }

        @Override
        public boolean hasRequestMetadataOnly() {
            return true;
        }

        @Override
        public void refresh() {}
    }
}
