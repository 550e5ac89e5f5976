// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleapiclient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.OAuth2Credentials;
import dev.longrun.OperationsClient;
import dev.longrun.error.ConfigurationException;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.Fault;
import dev.longrun.testkit.VirtualTime;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BridgedCredentialsTest {
    private final VirtualTime time = VirtualTime.autoAdvancing();
    private final FakeOperationsServer server = FakeOperationsServer.start(time);
    private final Renewable tokens = new Renewable();

    @AfterEach
    void stop() {
        server.close();
        time.close();
    }

    @Test
    void ofGoogleAuthAreTakenOver() throws Exception {
        assertThat(sent(new HttpCredentialsAdapter(tokens))).containsExactly(bearer("token-1"));
    }

    @Test
    void ofGoogleAuthAreRefreshedAfterA401() throws Exception {
        server.faults().on(ApiMethod.GET).once(Fault.unauthenticated());

        assertThat(sent(new HttpCredentialsAdapter(tokens))).containsExactly(bearer("token-1"), bearer("token-2"));
    }

    @Test
    void ofAnyInitializerAreWhatItPutsIntoARequest() throws Exception {
        assertThat(sent(request ->
                        request.getHeaders().setAuthorization("Bearer token-9").set("x-goog-user-project", "billed")))
                .containsExactly(bearer("token-9"));
        assertThat(server.requests().get(0).headers()).containsEntry("x-goog-user-project", "billed");
    }

    @Test
    void ofAnyInitializerAreRefreshedByItsOwnHandlerAfterA401() throws Exception {
        server.faults().on(ApiMethod.GET).once(Fault.unauthenticated());

        assertThat(sent(this::asGoogleOauthClientDoes)).containsExactly(bearer("token-1"), bearer("token-2"));
    }

    @Test
    void thatCannotBeHadAreExplained() {
        HttpRequestInitializer broken = request -> {
            throw new IOException("the vault is sealed");
        };

        assertThatThrownBy(() -> sent(broken))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("InitializerCredentials: getting an access token failed: IOException: "
                        + "the vault is sealed; run `gcloud auth application-default login`");
    }

    @Test
    void areNoneWhereTheClientHasNone() throws Exception {
        assertThat(sent(null)).containsExactly("none");
    }

    /** Sets a header before each request, and looks at each rejection. */
    private void asGoogleOauthClientDoes(com.google.api.client.http.HttpRequest request) {
        request.setInterceptor(sending -> sending.getHeaders()
                .setAuthorization(
                        tokens.getRequestMetadata().get("Authorization").get(0)));
        request.setUnsuccessfulResponseHandler((rejected, response, mayRetry) -> {
            tokens.refresh();
            return response.getStatusCode() == 401;
        });
    }

    /** Gets an operation as that initializer's client would, and says with which credentials, masked by the server. */
    private List<String> sent(@Nullable HttpRequestInitializer initializer) {
        GoogleApiClientBridge bridge = new GoogleApiClientBridge(
                GeneratedDataplex.at(server.url(), new NetHttpTransport(), initializer), GeneratedDataplex.SERVICE);
        try (OperationsClient operations = bridge.builder()
                .credentialsOverLoopback(true)
                .time(time)
                .executor(time.executor())
                .build()) {
            operations
                    .operations()
                    .get(OperationName.of(GeneratedDataplex.SERVICE, GeneratedDataplex.operation("done-x")));
        }
        return server.requests().stream()
                .map(request -> request.headers().getOrDefault("Authorization", "none"))
                .toList();
    }

    private static String bearer(String token) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        return "Bearer sha256:" + HexFormat.of().formatHex(digest, 0, 4);
    }

    /** Another token after each refresh. */
    private static final class Renewable extends OAuth2Credentials {
        private static final long serialVersionUID = 1L;

        private final AtomicInteger count = new AtomicInteger();

        @Override
        public AccessToken refreshAccessToken() {
            return new AccessToken(
                    "token-" + count.incrementAndGet(), Date.from(Instant.parse("2099-01-01T00:00:00Z")));
        }
    }
}
