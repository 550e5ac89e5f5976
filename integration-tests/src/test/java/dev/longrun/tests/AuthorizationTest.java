// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import dev.longrun.OperationsClient;
import dev.longrun.OperationsClientBuilder;
import dev.longrun.auth.TokenSource;
import dev.longrun.call.ClientListener;
import dev.longrun.error.ApiException;
import dev.longrun.error.ConfigurationException;
import dev.longrun.operation.Operation;
import dev.longrun.operation.Operations;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import dev.longrun.testkit.ServedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens: where they go, and what becomes of them when they are refused. */
class AuthorizationTest {
    private final Harness harness = Harness.start();
    private final NumberedTokens tokens = new NumberedTokens("t");
    private final OperationName name = Harness.name("o");

    @BeforeEach
    void anOperation() {
        harness.operation(name).neverEnds();
    }

    @AfterEach
    void close() {
        harness.close();
    }

    private OperationsClientBuilder withTokens() {
        return harness.clientBuilder().credentials(tokens).credentialsOverLoopback(true);
    }

    private List<String> sent() {
        return harness.server.requests().stream()
                .map(ServedRequest::headers)
                .map(headers -> headers.getOrDefault("Authorization", "none"))
                .toList();
    }

    @Test
    void ofGivenCredentialsHasTheScopesThatAreWanted() {
        String scope = "https://www.googleapis.com/auth/cloud-platform.read-only";
        Unscoped credentials = new Unscoped();
        try (OperationsClient client = harness.clientBuilder()
                .scopes(List.of(scope))
                .credentials(credentials)
                .credentialsOverLoopback(true)
                .build()) {
            client.operations().get(name);
        }
        assertThat(credentials.asked).containsExactly(scope);
        assertThat(sent()).isNotEqualTo(List.of("none"));
    }

    @Nested
    class ARefusedToken {

        @Test
        void isRenewedOnceAndTheCallGoesOn() {
            harness.server.faults().on(ApiMethod.GET).once(Fault.unauthenticated());
            try (OperationsClient client = withTokens().build()) {
                assertThat(client.operations().get(name).done()).isFalse();
            }
            assertThat(tokens.refused).hasValue(1);
            assertThat(sent()).hasSize(2).doesNotHaveDuplicates().allMatch(value -> value.startsWith("Bearer sha256:"));
        }

        @Test
        void isRenewedWithoutAPause() {
            harness.server.faults().on(ApiMethod.GET).once(Fault.unauthenticated());
            Instant start = harness.time.now();
            try (OperationsClient client = withTokens().build()) {
                client.operations().get(name);
            }
            assertThat(harness.time.now()).isEqualTo(start);
        }

        @Test
        void againIsFinalAndSaysWhatToDo() {
            harness.server.faults().on(ApiMethod.GET).always(Fault.unauthenticated());
            try (OperationsClient client = withTokens().build()) {
                assertThatThrownBy(() -> client.operations().get(name))
                        .isInstanceOf(ApiException.class)
                        .hasMessage(Harness.about(ApiMethod.GET, name) + harness.server.url()
                                + " answered UNAUTHENTICATED (16): Request had invalid authentication credentials."
                                + " [ACCESS_TOKEN_EXPIRED] (after 2 attempts). The credentials are missing or expired: run"
                                + " `gcloud auth application-default login`, or set GOOGLE_APPLICATION_CREDENTIALS");
            }
            assertThat(tokens.refused).hasValue(1);
            assertThat(harness.requests(ApiMethod.GET)).isEqualTo(2);
        }

        @Test
        void isRenewedForEachCallOfItsOwn() {
            try (OperationsClient client = withTokens().build()) {
                for (int call = 1; call <= 3; call++) {
                    harness.server.faults().on(ApiMethod.GET).once(Fault.unauthenticated());
                    client.operations().get(name);
                    assertThat(tokens.refused).hasValue(call);
                }
            }
        }

        @Test
        void ofManyCallsAtOnceIsFetchedOnce() {
            CountDownLatch arrived = new CountDownLatch(20);
            CountDownLatch refused = new CountDownLatch(20);
            harness.server.onRequest(request -> {
                boolean again = arrived.getCount() == 0;
                arrived.countDown();
                await(arrived);
                await(again ? refused : arrived);
            });
            harness.server.faults().on(ApiMethod.GET).times(20, Fault.unauthenticated());
            CountedCredentials credentials = new CountedCredentials(GoogleCredentials.newBuilder());
            try (OperationsClient client = withTokens()
                    .credentials(credentials)
                    .listener(ClientListener.ofAttempts(event -> refused.countDown()))
                    .build()) {
                Operations operations = client.operations();
                List<CompletableFuture<Operation>> calls = Stream.generate(() -> operations.getAsync(name))
                        .limit(20)
                        .toList();
                assertThat(calls).allSatisfy(call -> assertThat(call).succeedsWithin(Duration.ofSeconds(10)));
            }
            assertThat(credentials.fetched).hasValue(2);
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Nested
    class OverPlainHttp {

        @Test
        void onLoopbackCredentialsTravelOnlyWhenAsked() {
            try (OperationsClient shy =
                            harness.clientBuilder().credentials(tokens).build();
                    OperationsClient asked = withTokens().build()) {
                shy.operations().get(name);
                asked.operations().get(name);
            }
            assertThat(sent()).first().isEqualTo("none");
            assertThat(sent()).last().asString().startsWith("Bearer sha256:");
        }

        @ParameterizedTest
        @ValueSource(strings = {"http://10.0.0.1", "http://file.googleapis.com", "http://127.0.0.1.evil.example:8080"})
        void elsewhereNothingTravelsAtAll(String url) {
            try (OperationsClient client = withTokens().endpoint(url).build()) {
                assertThatThrownBy(() -> client.operations().get(name))
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageStartingWith("the endpoint " + url + " is plain http and not on this machine;"
                                + " requests and credentials would travel unprotected. Use https://");
            }
        }
    }

    @Nested
    class ARedirect {

        @Test
        void toAnotherHostTakesNoCredentialsThere() {
            try (Harness elsewhere = Harness.start();
                    OperationsClient client = withTokens().build()) {
                harness.server
                        .faults()
                        .on(ApiMethod.CANCEL)
                        .once(Fault.redirectTo(elsewhere.server.url() + "/v1/" + name + ":cancel"));
                assertThatThrownBy(() -> client.operations().cancel(name))
                        .hasMessageContaining("redirects are not followed");
                assertThat(elsewhere.server.requests()).isEmpty();
            }
        }
    }

    @Nested
    class TheQuotaProject {

        @Test
        void isTheOneThatTheCallerNames() {
            try (OperationsClient client = withTokens().quotaProject("billed").build()) {
                client.operations().get(name);
            }
            assertThat(billed()).containsExactly("billed");
        }

        @Test
        void isElseTheOneOfTheCredentials() {
            var credentials =
                    new CountedCredentials(GoogleCredentials.newBuilder().setQuotaProjectId("theirs"));
            try (OperationsClient client = withTokens().credentials(credentials).build();
                    OperationsClient named = withTokens()
                            .credentials(credentials)
                            .quotaProject("billed")
                            .build()) {
                client.operations().get(name);
                named.operations().get(name);
            }
            assertThat(billed()).containsExactly("theirs", "billed");
        }

        @Test
        void isElseNone() {
            try (OperationsClient client = withTokens().build()) {
                client.operations().get(name);
            }
            assertThat(billed()).containsExactly("none");
        }

        private List<String> billed() {
            return harness.server.requests().stream()
                    .map(ServedRequest::headers)
                    .map(headers -> headers.getOrDefault("x-goog-user-project", "none"))
                    .toList();
        }
    }

    @Test
    void aTokenThatCannotBeAHeaderIsRefusedWithoutBeingShown() {
        TokenSource odd = new NumberedTokens("pässwörd\n");
        try (OperationsClient client = withTokens().credentials(odd).build()) {
            assertThatThrownBy(() -> client.operations().get(name))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("header Authorization")
                    .message()
                    .doesNotContain("ssw");
        }
    }

    @Test
    void noCredentialsAreNoHeaders() {
        harness.client.operations().get(name);
        Map<String, String> headers = harness.server.requests().get(0).headers();
        assertThat(headers).doesNotContainKeys("Authorization", "x-goog-user-project");
    }

    /** Credentials that are of no use without scopes. */
    private static final class Unscoped extends GoogleCredentials {
        private static final long serialVersionUID = 1;

        private final transient List<String> asked = new ArrayList<>();

        @Override
        public boolean createScopedRequired() {
            return true;
        }

        @Override
        public GoogleCredentials createScoped(Collection<String> scopes) {
            asked.addAll(scopes);
            return GoogleCredentials.create(
                    new AccessToken("scoped", Date.from(Instant.parse("2099-01-01T00:00:00Z"))));
        }
    }
}
