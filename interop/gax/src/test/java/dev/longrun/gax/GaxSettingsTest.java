// SPDX-License-Identifier: Apache-2.0
package dev.longrun.gax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.gax.core.CredentialsProvider;
import com.google.api.gax.core.FixedCredentialsProvider;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.rpc.ClientContext;
import com.google.api.gax.rpc.FixedHeaderProvider;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.cloud.filestore.v1.CloudFilestoreManagerSettings;
import dev.longrun.OperationsClient;
import dev.longrun.OperationsClientBuilder;
import dev.longrun.error.ConfigurationException;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.ServedRequest;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client takes over from the settings of a Cloud client library. */
@Timeout(60)
class GaxSettingsTest {
    private static final CredentialsProvider TOKEN = FixedCredentialsProvider.create(
            GoogleCredentials.create(new AccessToken("token-1", Date.from(Instant.parse("2099-01-01T00:00:00Z")))));

    private final FakeOperationsServer server = FakeOperationsServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void credentialsAreThoseOfTheProvider() throws Exception {
        ServedRequest request =
                sent(GaxBridge.of(CloudFilestores.at(server.url(), TOKEN, Map.of()), CloudFilestores.SERVICE));

        assertThat(request.headers()).containsEntry("Authorization", bearer("token-1"));
    }

    @Test
    void credentialsAreNoneWhereTheProviderHasNone() throws Exception {
        assertThat(sent(GaxBridge.of(CloudFilestores.at(server.url()), CloudFilestores.SERVICE))
                        .headers())
                .doesNotContainKey("Authorization");
    }

    @Test
    void credentialsThatCannotBeHadAreExplained() {
        CredentialsProvider sealed = () -> {
            throw new IOException("the vault is sealed");
        };
        GaxBridge bridge = GaxBridge.of(sealed, FixedHeaderProvider.create(), CloudFilestores.SERVICE);

        assertThatThrownBy(bridge::builder)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("gax's ")
                .hasMessageEndingWith(" has no credentials to give: the vault is sealed");
    }

    @Test
    void headersAreSentInTheirPlaces() throws Exception {
        ServedRequest request = sent(GaxBridge.of(
                CloudFilestores.at(
                        server.url(),
                        TOKEN,
                        Map.of(
                                "User-Agent", "sweeper/1.2",
                                "X-Goog-User-Project", "billed",
                                "x-goog-request-reason", "ticket 17",
                                "x-tenant", "blue",
                                "x-goog-request-params", "name=wrong")),
                CloudFilestores.SERVICE));

        assertThat(request.headers())
                .containsEntry("x-goog-user-project", "billed")
                .containsEntry("x-goog-request-reason", "ticket 17")
                .containsEntry("x-tenant", "blue");
        assertThat(request.headers().get("User-Agent")).startsWith("sweeper/1.2 longrun-java/");
        assertThat(request.headers().get("x-goog-request-params")).startsWith("name=projects");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "x-goog-api-key", "cookie"})
    void aHeaderThatIsACredentialIsRefusedAndNotShown(String name) throws Exception {
        GaxBridge bridge =
                GaxBridge.of(NoCredentialsProvider.create(), () -> Map.of(name, "s3cret"), CloudFilestores.SERVICE);

        assertThatThrownBy(bridge::builder)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("gax's HeaderProvider has a header " + name + ", which is a credential; expected it in the"
                        + " CredentialsProvider, which keeps it from plain http");
    }

    @Test
    void theContextOfAClientHasThemToo() throws Exception {
        ClientContext context =
                ClientContext.create(CloudFilestores.at(server.url(), TOKEN, Map.of("x-tenant", "blue")));

        ServedRequest request = sent(GaxBridge.of(context, CloudFilestores.SERVICE));

        assertThat(request.headers())
                .containsEntry("Authorization", bearer("token-1"))
                .containsEntry("x-tenant", "blue");
        context.getBackgroundResources().forEach(resource -> resource.shutdownNow());
    }

    @Test
    void aQuotaProjectOfTheSettingsIsBilled() throws Exception {
        var settings = CloudFilestores.at(server.url(), TOKEN, Map.of()).toBuilder()
                .setQuotaProjectId("billed")
                .build();

        assertThat(sent(GaxBridge.of(settings, CloudFilestores.SERVICE)).headers())
                .containsEntry("x-goog-user-project", "billed");
    }

    @ParameterizedTest
    @CsvSource({
        "'',                            '',          file.googleapis.com",
        "file.googleapis.com:443,       '',          file.googleapis.com",
        "filestore.corp.example:443,    '',          filestore.corp.example",
        "https://filestore.corp.example,'',          filestore.corp.example",
        "'',                            s3nsapis.fr, file.s3nsapis.fr",
    })
    void theEndpointIsUsedUnlessItIsTheUsualOne(String endpoint, String universe, String host) throws Exception {
        CloudFilestoreManagerSettings.Builder settings = CloudFilestoreManagerSettings.newHttpJsonBuilder();
        settings.setCredentialsProvider(NoCredentialsProvider.create());
        if (!endpoint.isEmpty()) {
            settings.setEndpoint(endpoint);
        }
        if (!universe.isEmpty()) {
            settings.setUniverseDomain(universe);
        }

        assertThat(hosts(GaxBridge.of(settings.build(), CloudFilestores.SERVICE).builder(), name()))
                .containsExactly(host);
    }

    /** The settings name the global host always; the operations of a region are on its own. */
    @Test
    void theUsualEndpointLeavesTheRegionalHostsOfAServiceInPlace() throws Exception {
        ServiceDefinition vertex = ServiceRegistry.load().service("aiplatform", "v1");
        CloudFilestoreManagerSettings.Builder settings = CloudFilestoreManagerSettings.newHttpJsonBuilder();
        settings.setCredentialsProvider(NoCredentialsProvider.create()).setEndpoint("aiplatform.googleapis.com:443");

        assertThat(hosts(
                        GaxBridge.of(settings.build(), vertex).builder(),
                        OperationName.of(vertex, "projects/p/locations/us-central1/operations/1")))
                .containsExactly("us-central1-aiplatform.googleapis.com");
    }

    @Test
    void anEndpointWithAPathIsRefused() throws Exception {
        CloudFilestoreManagerSettings.Builder settings = CloudFilestoreManagerSettings.newHttpJsonBuilder();
        settings.setCredentialsProvider(NoCredentialsProvider.create()).setEndpoint("https://gateway.example/files");

        assertThatThrownBy(() ->
                        GaxBridge.of(settings.build(), CloudFilestores.SERVICE).builder())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("origin: expected scheme, host and port only, like https://file.googleapis.com;"
                        + " got \"https://gateway.example/files\"");
    }

    @Test
    void credentialsAndHeadersAloneGoToTheUsualHost() {
        GaxBridge bridge =
                GaxBridge.of(NoCredentialsProvider.create(), FixedHeaderProvider.create(), CloudFilestores.SERVICE);

        assertThat(hosts(bridge.builder(), name())).containsExactly("file.googleapis.com");
    }

    private ServedRequest sent(GaxBridge bridge) {
        try (OperationsClient operations =
                bridge.builder().credentialsOverLoopback(true).build()) {
            operations.operations().get(name());
        }
        return server.requests().get(0);
    }

    /** The hosts that a client asks, without a network. */
    private static List<String> hosts(OperationsClientBuilder builder, OperationName name) {
        List<String> asked = new ArrayList<>();
        OkHttpClient offline = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    asked.add(chain.request().url().host());
                    return new Response.Builder()
                            .request(chain.request())
                            .protocol(Protocol.HTTP_1_1)
                            .code(200)
                            .message("OK")
                            .body(ResponseBody.create(
                                    "{\"name\": \"" + name.value() + "\"}", MediaType.get("application/json")))
                            .build();
                })
                .build();
        try (OperationsClient operations = builder.http(offline).build()) {
            operations.operations().get(name);
        }
        return asked;
    }

    private static OperationName name() {
        return OperationName.of(CloudFilestores.SERVICE, CloudFilestores.operation("done-x"));
    }

    private static String bearer(String token) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        return "Bearer sha256:" + HexFormat.of().formatHex(digest, 0, 4);
    }
}
