// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.longrun.auth.CredentialsException;
import dev.longrun.auth.TokenSource;
import dev.longrun.okhttp.OkHttpTransport;
import dev.longrun.okhttp.RawServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller reads when there is no token. */
@Timeout(30)
class CredentialErrorMapperTest {
    private static final String FAILED = "Application Default Credentials: getting an access token failed: ";
    private static final String NEXT =
            "run `gcloud auth application-default login` or set GOOGLE_APPLICATION_CREDENTIALS";

    private final OkHttpTransport transport = OkHttpTransport.create();
    private final TokenServer server = new TokenServer();
    private final Path home;

    CredentialErrorMapperTest(@TempDir Path home) throws Exception {
        this.home = home;
    }

    @AfterEach
    void stop() {
        server.close();
        transport.close();
    }

    @Nested
    class ForGood {

        @Test
        void aRefreshTokenThatWasRevoked() throws Exception {
            server.answers(
                    400,
                    "{\"error\": \"invalid_grant\", \"error_description\": \"Token has been expired or revoked.\"}");

            CredentialsException failure = failure(Adc.user(server.url()));

            assertThat(failure)
                    .hasMessage(FAILED
                            + "the token server said HTTP 400 invalid_grant (Token has been expired or revoked.); "
                            + NEXT);
            assertThat(failure.retryable()).isFalse();
        }

        @Test
        void anErrorOfAGoogleApi() throws Exception {
            server.answers(
                    403, "{\"error\":{\"code\":403,\"message\":\"IAM API is off\",\"status\":\"PERMISSION_DENIED\"}}");

            assertThat(failure(Adc.serviceAccount(server.url())))
                    .hasMessage(FAILED + "the token server said HTTP 403 PERMISSION_DENIED (IAM API is off); " + NEXT);
        }

        @Test
        void aPageInsteadOfAToken() throws Exception {
            server.answers(200, "<html>please log in</html>");

            CredentialsException failure = failure(Adc.user(server.url()));

            assertThat(failure)
                    .hasMessageStartingWith(FAILED)
                    .hasMessageEndingWith(NEXT)
                    .hasMessageNotContaining("<html>");
            assertThat(failure.retryable()).isFalse();
        }

        @Test
        void anAnswerWithoutAToken() throws Exception {
            server.answers(200, "{\"expires_in\": 3599}");

            assertThat(failure(Adc.user(server.url())))
                    .hasMessage(FAILED
                            + "IOException: Error parsing token refresh response. Expected value access_token not found.; "
                            + NEXT);
        }

        @Test
        void anAnswerThatDoesNotEnd() throws Exception {
            server.answers(200, "x".repeat(2_000_000));

            assertThat(failure(Adc.user(server.url())))
                    .hasMessage(
                            "the token server's response is longer than 1048576 bytes, which no token is; check the URLs in the credentials");
        }

        @Test
        void aTokenServerThatPointsElsewhere() throws Exception {
            try (TokenServer elsewhere = new TokenServer()) {
                elsewhere.grants("ya29.stolen");
                server.redirectsTo(elsewhere.url());

                assertThat(failure(Adc.user(server.url())))
                        .hasMessage(FAILED + "the token server said HTTP 307; " + NEXT);
                assertThat(elsewhere.fetches()).isZero();
            }
        }

        @Test
        void aTokenServerThatTheCredentialWouldReachInPlainText() throws Exception {
            CredentialsException failure = failure(Adc.user("http://token.example/token"));

            assertThat(failure)
                    .hasMessage("refused to send a credential over plain http to the token server token.example;"
                            + " correct its URL in the credentials to https");
            assertThat(failure.retryable()).isFalse();
        }

        @Test
        void aTokenServerThatIsNone() throws Exception {
            assertThat(failure(Adc.user("ftp://h/token")))
                    .hasMessage(FAILED
                            + "IllegalArgumentException: Expected URL scheme 'http' or 'https' but was 'ftp'; " + NEXT);
        }
    }

    @Nested
    class ForNow {

        @ParameterizedTest
        @ValueSource(ints = {429, 500, 502, 503})
        void aTokenServerThatIsBusy(int status) throws Exception {
            server.answers(status, "<html>busy</html>");

            CredentialsException failure = failure(Adc.serviceAccount(server.url()));

            assertThat(failure)
                    .hasMessage(FAILED + "the token server said HTTP " + status + "; try again; if it stays, " + NEXT);
            assertThat(failure.retryable()).isTrue();
            assertThat(server.fetches()).as("one retry loop is enough").isEqualTo(1);
        }

        @Test
        void aTokenServerThatIsNotThere() throws Exception {
            try (Socket holdsThePort = new Socket()) {
                holdsThePort.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                CredentialsException failure =
                        failure(Adc.user("http://127.0.0.1:" + holdsThePort.getLocalPort() + "/token"));

                assertThat(failure)
                        .hasMessageStartingWith(FAILED + "java.net.ConnectException: ")
                        .hasMessageEndingWith(NEXT);
                assertThat(failure.retryable()).isTrue();
            }
        }

        @Test
        void aTokenServerThatHangsUp() throws Exception {
            try (RawServer rude = new RawServer((server, connection) -> server.readRequest(connection))) {
                CredentialsException failure = failure(Adc.user(rude.origin() + "/token"));

                assertThat(failure).hasMessageStartingWith(FAILED + "java.net.SocketException: 127.0.0.1: ");
                assertThat(failure.retryable()).isTrue();
            }
        }
    }

    @Nested
    class NeverASecret {

        @Test
        void whenTheTokenServerEchoesWhatItWasSent() throws Exception {
            server.answers(
                    400,
                    "{\"error\": \"" + Adc.REFRESH_TOKEN + "\", \"error_description\": \"bad " + Adc.REFRESH_TOKEN
                            + " for " + Adc.CLIENT_SECRET + "\"}");

            assertNoSecretIn(failure(Adc.user(server.url())));
        }

        @Test
        void whenTheTokenCannotBeRead() throws Exception {
            server.answers(
                    200,
                    "{\"access_token\": \"ya29.s3cret-access-token\", \"expires_in\": \"ya29.s3cret-access-token\"}");

            assertNoSecretIn(failure(Adc.user(server.url())));
        }

        @Test
        void whenTheAnswerIsCutInTheToken() throws Exception {
            server.answers(200, "{\"access_token\": \"ya29.s3cret-access-token");

            assertNoSecretIn(failure(Adc.user(server.url())));
        }

        @Test
        void whenTheTokenHasALineBreak() throws Exception {
            server.grants("ya29.s3cret-access-token\\r\\nx");
            TokenSource tokens =
                    new Adc(home).gcloudFile(Adc.user(server.url())).tokens(transport);

            assertThat(tokens.headers(Duration.ofSeconds(20)).get("Authorization"))
                    .contains("\r\n");
            assertThat(tokens.toString()).doesNotContain("s3cret");
        }

        @Test
        void whenTheKeyIsBroken() throws Exception {
            String key = Adc.PRIVATE_KEY.replace("\n", "\\n");
            String broken = Adc.serviceAccount(server.url()).replace(key, key.replaceFirst("M", "*M"));

            assertNoSecretIn(failure(broken));
        }

        @Test
        void whenTheKeyIsNotOne() throws Exception {
            String key = Adc.PRIVATE_KEY.replace("\n", "\\n");

            assertNoSecretIn(
                    failure(Adc.serviceAccount(server.url()).replace(key, key.replace("PRIVATE KEY", "RSA KEY"))));
        }

        private void assertNoSecretIn(CredentialsException failure) {
            StringWriter printed = new StringWriter();
            failure.printStackTrace(new PrintWriter(printed, true));
            String keyLine = Adc.PRIVATE_KEY.lines().skip(1).findFirst().orElseThrow();
            assertThat(printed.toString())
                    .doesNotContain("s3cret", "t0ken", "cl1ent", keyLine, keyLine.substring(10, 30), "BEGIN");
        }
    }

    private CredentialsException failure(String credentialFile) throws Exception {
        TokenSource tokens = new Adc(home).gcloudFile(credentialFile).tokens(transport);
        return catchThrowableOfType(CredentialsException.class, () -> tokens.headers(Duration.ofSeconds(20)));
    }
}
