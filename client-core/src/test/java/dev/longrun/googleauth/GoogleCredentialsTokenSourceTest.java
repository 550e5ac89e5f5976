// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import dev.longrun.auth.CredentialsException;
import dev.longrun.auth.TokenSource;
import dev.longrun.okhttp.OkHttpTransport;
import dev.longrun.okhttp.RawServer;
import java.io.ByteArrayInputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class GoogleCredentialsTokenSourceTest {
    private static final Duration AMPLE = Duration.ofSeconds(20);

    private final OkHttpTransport transport = OkHttpTransport.create();
    private final TokenServer server = new TokenServer();
    private final Path home;

    GoogleCredentialsTokenSourceTest(@TempDir Path home) throws Exception {
        this.home = home;
    }

    @AfterEach
    void stop() {
        server.close();
        transport.close();
    }

    @Test
    void aTokenIsFetchedOnceForAllThatWait() throws Exception {
        server.grants("ya29.first");
        server.grants("ya29.second");
        TokenSource tokens = user();

        assertThat(together(16, () -> tokens.headers(AMPLE)))
                .containsOnly(Map.of("Authorization", "Bearer ya29.first"));
        assertThat(tokens.headers(Duration.ZERO))
                .as("no wait for what is there")
                .containsKey("Authorization");
        assertThat(server.fetches()).isEqualTo(1);
    }

    @Test
    void callersCredentialsFetchOverTheirOwnTransportAndGetScopesWhenTheyHaveNone() throws Exception {
        server.grants("ya29.first");
        String json = Adc.serviceAccount(server.url());
        TokenSource tokens = GoogleTokens.of(
                ServiceAccountCredentials.fromStream(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))),
                List.of());

        assertThat(tokens.headers(AMPLE)).containsEntry("Authorization", "Bearer ya29.first");
        assertThat(tokens).hasToString("tokens of ServiceAccountCredentials");
    }

    @Nested
    class AfterA401 {

        @Test
        void theTokenIsFetchedAgain() throws Exception {
            server.grants("ya29.first");
            server.grants("ya29.second");
            TokenSource tokens = user();
            Map<String, String> first = tokens.headers(AMPLE);

            tokens.invalidate(first);

            assertThat(tokens.headers(AMPLE)).containsEntry("Authorization", "Bearer ya29.second");
            assertThat(tokens.headers(AMPLE)).containsEntry("Authorization", "Bearer ya29.second");
            assertThat(server.fetches()).isEqualTo(2);
        }

        @Test
        void manyRefusalsOfOneTokenCostOneFetch() throws Exception {
            server.grants("ya29.first");
            server.grants("ya29.second");
            TokenSource tokens = user();
            Map<String, String> first = tokens.headers(AMPLE);

            var after = together(16, () -> {
                tokens.invalidate(first);
                return tokens.headers(AMPLE);
            });
            tokens.invalidate(first); // a straggler

            assertThat(after).containsOnly(Map.of("Authorization", "Bearer ya29.second"));
            assertThat(tokens.headers(AMPLE)).containsEntry("Authorization", "Bearer ya29.second");
            assertThat(server.fetches()).isEqualTo(2);
        }

        @Test
        void aServerThatGrantsTheSameTokenAgainIsBelieved() throws Exception {
            server.grants("ya29.same");
            server.grants("ya29.same");
            TokenSource tokens = user();
            tokens.invalidate(tokens.headers(AMPLE));

            assertThat(tokens.headers(AMPLE)).containsEntry("Authorization", "Bearer ya29.same");
            assertThat(tokens.headers(AMPLE)).containsEntry("Authorization", "Bearer ya29.same");
            assertThat(server.fetches()).isEqualTo(2);
        }

        @Test
        void aFailedFetchIsTriedAgainByTheNextCaller() throws Exception {
            server.grants("ya29.first");
            server.answers(503, "busy");
            server.grants("ya29.second");
            TokenSource tokens = user();
            tokens.invalidate(tokens.headers(AMPLE));

            assertThatThrownBy(() -> tokens.headers(AMPLE))
                    .hasMessageStartingWith(
                            "Application Default Credentials: refreshing an access token that was rejected failed: ");
            assertThat(tokens.headers(AMPLE)).containsEntry("Authorization", "Bearer ya29.second");
        }

        @Test
        void aTokenThatCannotBeFetchedAgainIsKept() throws Exception {
            TokenSource tokens = GoogleTokens.of(
                    GoogleCredentials.create(
                            new AccessToken("ya29.given", Date.from(Instant.parse("2099-01-01T00:00:00Z")))),
                    List.of());
            tokens.invalidate(tokens.headers(AMPLE));

            assertThat(tokens.headers(AMPLE)).containsEntry("Authorization", "Bearer ya29.given");
        }
    }

    @Nested
    class AStalledTokenServer {

        @Test
        void endsWithTheTimeout() throws Exception {
            try (RawServer stalled = RawServer.saying("")) {
                TokenSource tokens = new Adc(home)
                        .gcloudFile(Adc.user(stalled.origin() + "/token"))
                        .tokens(transport);

                assertThatThrownBy(() -> tokens.headers(Duration.ofMillis(200)))
                        .isInstanceOf(CredentialsException.class)
                        .hasMessage("Application Default Credentials: getting an access token took longer than PT0.2S;"
                                + " check that the token server can be reached from here, then try again")
                        .matches(e -> ((CredentialsException) e).retryable());
            }
        }

        @Test
        void endsWithTheTimeoutForCallersCredentialsToo() throws Exception {
            try (RawServer stalled = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")) {
                String json = Adc.serviceAccount(stalled.origin() + "/token");
                TokenSource tokens = GoogleTokens.of(
                        ServiceAccountCredentials.fromStream(
                                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))),
                        List.of());

                assertThatThrownBy(() -> tokens.headers(Duration.ofMillis(200)))
                        .isInstanceOf(CredentialsException.class)
                        .hasMessageStartingWith(
                                "ServiceAccountCredentials: getting an access token took longer than PT0.2S;");
            }
        }

        @Test
        void isLeftWhenTheTransportCloses() throws Exception {
            try (RawServer stalled = RawServer.saying("")) {
                TokenSource tokens = new Adc(home)
                        .gcloudFile(Adc.user(stalled.origin() + "/token"))
                        .tokens(transport);
                FutureTask<Map<String, String>> call = new FutureTask<>(() -> tokens.headers(AMPLE));
                new Thread(call, "waits-for-a-token").start();
                stalled.awaitRequest();

                transport.close();

                assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(CredentialsException.class);
                stalled.awaitHangUp();
            }
        }

        @Test
        void isLeftAtOnceByAThreadThatIsInterrupted() throws Exception {
            try (RawServer stalled = RawServer.saying("")) {
                TokenSource tokens = new Adc(home)
                        .gcloudFile(Adc.user(stalled.origin() + "/token"))
                        .tokens(transport);
                FutureTask<Boolean> call = new FutureTask<>(() -> {
                    assertThatThrownBy(() -> tokens.headers(AMPLE))
                            .isInstanceOf(InterruptedIOException.class)
                            .hasMessage(
                                    "Application Default Credentials: the thread was interrupted while getting an access token");
                    return Thread.currentThread().isInterrupted();
                });
                Thread thread = new Thread(call, "waits-for-a-token");
                thread.start();
                stalled.awaitRequest();
                thread.interrupt();

                assertThat(call.get(10, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    private TokenSource user() throws Exception {
        return new Adc(home).gcloudFile(Adc.user(server.url())).tokens(transport);
    }

    private static <T> List<T> together(int threads, Callable<T> task) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(java.util.Collections.nCopies(threads, task))) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
