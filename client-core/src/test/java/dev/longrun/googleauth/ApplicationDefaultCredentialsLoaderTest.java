// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.auth.oauth2.ComputeEngineCredentials;
import dev.longrun.auth.CredentialsException;
import dev.longrun.auth.TokenSource;
import dev.longrun.okhttp.OkHttpTransport;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class ApplicationDefaultCredentialsLoaderTest {
    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final String NEXT =
            "; point GOOGLE_APPLICATION_CREDENTIALS to one, or unset it and run `gcloud auth application-default login`";

    private final OkHttpTransport transport = OkHttpTransport.create();
    private final TokenServer server = new TokenServer();
    private final Adc adc;

    ApplicationDefaultCredentialsLoaderTest(@TempDir Path home) throws Exception {
        adc = new Adc(home);
    }

    @BeforeEach
    void grant() {
        server.grants("ya29.first");
    }

    @AfterEach
    void stop() {
        server.close();
        transport.close();
    }

    @Test
    void aUserOfGcloudIsFound() throws Exception {
        TokenSource tokens = adc.gcloudFile(Adc.user(server.url())).tokens(transport);

        assertThat(tokens.headers(AMPLE)).containsExactly(Map.entry("Authorization", "Bearer ya29.first"));
        assertThat(tokens.quotaProject(AMPLE)).isEmpty();
        assertThat(tokens.universeDomain(AMPLE)).isEqualTo("googleapis.com");
        assertThat(tokens.isNone()).isFalse();
        assertThat(tokens).hasToString("tokens of Application Default Credentials");
        assertThat(bodyOf(server)).contains("grant_type=refresh_token", "refresh_token=1//refresh-t0ken-of-the-user");
    }

    @Test
    void aServiceAccountsKeyIsExchangedForATokenOfTheScopesAskedFor() throws Exception {
        TokenSource tokens =
                adc.namedFile(Adc.serviceAccount(server.url())).tokens(transport, List.of("scope-a", "scope-b"));

        assertThat(tokens.headers(AMPLE)).containsEntry("Authorization", "Bearer ya29.first");
        assertThat(claims(bodyOf(server)))
                .contains("\"scope\":\"scope-a scope-b\"", "\"iss\":\"robot@p.iam.gserviceaccount.com\"");
    }

    @Test
    void theEnvironmentsFileComesBeforeGcloudsFile() throws Exception {
        adc.gcloudFile("{ not even JSON").namedFile(Adc.user(server.url()));

        assertThat(adc.tokens(transport).headers(AMPLE)).containsKey("Authorization");
    }

    @Test
    void anImpersonatedAccountTakesTwoFetches() throws Exception {
        server.answers(200, "{\"accessToken\":\"ya29.second\",\"expireTime\":\"2099-01-01T00:00:00Z\"}");
        String url = server.url().replace("/token", "/v1/projects/-/serviceAccounts/robot@p:generateAccessToken");
        TokenSource tokens =
                adc.namedFile("""
                {"type": "impersonated_service_account", "service_account_impersonation_url": "%s", "source_credentials": %s}""".formatted(url, Adc.user(server.url()))).tokens(transport);

        assertThat(tokens.headers(AMPLE)).containsEntry("Authorization", "Bearer ya29.second");
        assertThat(server.fetches()).isEqualTo(2);
    }

    @Test
    void aVirtualMachineAsksItsMetadataServerOverOurClient() throws Exception {
        OkHttpClient client = new OkHttpClient.Builder()
                .addInterceptor(chain -> new Response.Builder()
                        .request(chain.request())
                        .protocol(Protocol.HTTP_1_1)
                        .code(200)
                        .message("OK")
                        .body(ResponseBody.create(
                                chain.request().url().encodedPath().endsWith("/token")
                                        ? "{\"access_token\":\"ya29.vm\",\"expires_in\":3599}"
                                        : "sovereign.example",
                                MediaType.get("application/json")))
                        .build())
                .build();
        ComputeEngineCredentials ofAnotherTransport = ComputeEngineCredentials.newBuilder()
                .setHttpTransportFactory(() -> {
                    throw new AssertionError("the transport of the first caller");
                })
                .build();
        try (OkHttpTransport ours = OkHttpTransport.over(client)) {
            TokenSource tokens = adc.elsewhere(ofAnotherTransport).tokens(ours);

            assertThat(tokens.headers(AMPLE)).containsEntry("Authorization", "Bearer ya29.vm");
            assertThat(tokens.universeDomain(AMPLE)).isEqualTo("sovereign.example");
        }
    }

    @Test
    void otherUsersOfGoogleAuthKeepTheirOwnTransport() {
        assertThat(getClass().getResource("/META-INF/services/com.google.auth.http.HttpTransportFactory"))
                .as("a service entry would change how everybody in the JVM fetches tokens")
                .isNull();
    }

    @Nested
    class QuotaProjectAndUniverse {

        @Test
        void comeFromTheFile() throws Exception {
            TokenSource tokens = adc.namedFile(Adc.serviceAccount(
                            server.url(),
                            "\"quota_project_id\": \"acme\", ",
                            "\"universe_domain\": \"sovereign.example\", "))
                    .tokens(transport);

            assertThat(tokens.quotaProject(AMPLE)).contains("acme");
            assertThat(tokens.universeDomain(AMPLE)).isEqualTo("sovereign.example");
            assertThat(tokens.headers(AMPLE))
                    .containsEntry("x-goog-user-project", "acme")
                    .containsKey("authorization");
            assertThat(server.fetches())
                    .as("another universe takes self-signed tokens")
                    .isZero();
        }

        @Test
        void theEnvironmentsQuotaProjectWins() throws Exception {
            TokenSource tokens = adc.gcloudFile(Adc.user(server.url(), "\"quota_project_id\": \"acme\", "))
                    .env("GOOGLE_CLOUD_QUOTA_PROJECT", "other")
                    .tokens(transport);

            assertThat(tokens.quotaProject(AMPLE)).contains("other");
            assertThat(tokens.headers(AMPLE)).containsEntry("x-goog-user-project", "other");
        }
    }

    @Nested
    class WhenThereIsNothingUsable {

        @Test
        void nothingAtAll() {
            assertThatThrownBy(() -> adc.tokens(transport).headers(AMPLE))
                    .isInstanceOf(CredentialsException.class)
                    .hasMessage("no credentials: GOOGLE_APPLICATION_CREDENTIALS is not set, there is no file "
                            + adc.wellKnown()
                            + ", and no metadata server answers; run `gcloud auth application-default login`,"
                            + " or set GOOGLE_APPLICATION_CREDENTIALS to a credentials file")
                    .matches(e -> !((CredentialsException) e).retryable());
        }

        @Test
        void aFileThatIsNotThere() {
            adc.env("GOOGLE_APPLICATION_CREDENTIALS", "/no/such/file.json");

            assertThatThrownBy(() -> adc.tokens(transport).headers(AMPLE))
                    .isInstanceOf(CredentialsException.class)
                    .hasMessage(
                            "GOOGLE_APPLICATION_CREDENTIALS names /no/such/file.json, which is no usable credentials file:"
                                    + " it cannot be read (NoSuchFileException)" + NEXT);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                {"type": "robot"}         | its "type" is robot, expected one of authorized_user, external_account, \
                external_account_authorized_user, gdch_service_account, impersonated_service_account, service_account
                {}                        | its "type" is null, expected one of
                {"type": "authorized_user"} | expecting 'client_id', 'client_secret' and 'refresh_token'.
                {"type":                  | which is no usable credentials file:
                hello                     | which is no usable credentials file:
                """)
        void aFileOfSomethingElse(String content, String why) throws Exception {
            adc.gcloudFile(content);

            assertThatThrownBy(() -> adc.tokens(transport).headers(AMPLE))
                    .isInstanceOf(CredentialsException.class)
                    .hasMessageStartingWith(
                            "gcloud keeps " + adc.wellKnown() + ", which is no usable credentials file: ")
                    .hasMessageContaining(why)
                    .hasMessageEndingWith(NEXT);
        }

        @Test
        void itIsLookedForAgainTheNextTime() throws Exception {
            TokenSource tokens = adc.tokens(transport);
            assertThatThrownBy(() -> tokens.headers(AMPLE)).isInstanceOf(CredentialsException.class);

            adc.gcloudFile(Adc.user(server.url()));

            assertThat(tokens.headers(AMPLE)).containsKey("Authorization");
        }
    }

    private static String bodyOf(TokenServer server) throws Exception {
        return URLDecoder.decode(
                Objects.requireNonNull(server.fetch().getBody()).utf8(), UTF_8);
    }

    private static String claims(String body) {
        String assertion = body.replaceAll(".*assertion=([^&]*).*", "$1");
        return new String(Base64.getUrlDecoder().decode(assertion.split("\\.", -1)[1]), UTF_8);
    }
}
