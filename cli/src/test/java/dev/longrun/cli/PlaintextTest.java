// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import dev.longrun.OperationsClient;
import dev.longrun.error.ConfigurationException;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.time.TimeSource;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Plain http to a server that is not on the loopback interface: only when asked for, and never with credentials. */
@Timeout(60)
class PlaintextTest {
    private static final List<String> OF_CREDENTIALS =
            List.of("Authorization", "x-goog-user-project", "Proxy-Authorization", "Cookie");

    private final Shell shell = Shell.start(TimeSource.system());
    private FakeOperationsServer server;
    private String url;

    @TempDir
    Path directory;

    @BeforeEach
    void start() throws Exception {
        InetAddress own = OwnAddress.get();
        server = FakeOperationsServer.start(
                TimeSource.system(), ServiceRegistry.load().versions("file"), own, 0);
        url = "http://" + own.getHostAddress() + server.url().replaceFirst(".*:", ":");
    }

    @AfterEach
    void close() {
        server.close();
        shell.close();
    }

    private void nothingOfCredentialsWasSent(int requests) {
        assertThat(server.requests())
                .hasSize(requests)
                .allSatisfy(request ->
                        assertThat(request.headers()).doesNotContainKeys(OF_CREDENTIALS.toArray(String[]::new)));
    }

    @Test
    void theCommandRefusesItWithoutTheOption() {
        assertThat(shell.lroWithoutEndpoint("get", "--endpoint=" + url, Shell.FULL + "done-a"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("of --endpoint, is plain http").contains("--plaintext");
        shell.clear();
        shell.with("LONGRUN_ENDPOINT", url);
        assertThat(shell.lroWithoutEndpoint("get", Shell.FULL + "done-a")).isEqualTo(2);
        assertThat(shell.err()).contains("of LONGRUN_ENDPOINT, is plain http").contains("--plaintext");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void theCommandSendsNoCredentialsWhateverIsSet() throws Exception {
        Path token = Files.writeString(directory.resolve("token"), "secret");
        shell.with("CLOUDSDK_AUTH_ACCESS_TOKEN_FILE", token.toString())
                .with("CLOUDSDK_BILLING_QUOTA_PROJECT", "billed")
                .with(
                        "GOOGLE_APPLICATION_CREDENTIALS",
                        directory.resolve("none").toString());
        String[] common = {"--plaintext", "--endpoint=" + url, "--quota-project=billed"};
        assertThat(shell.lroWithoutEndpoint(Words.of("get", Shell.FULL + "done-a", common)))
                .as(shell.err())
                .isZero();
        assertThat(shell.lroWithoutEndpoint(
                        Words.of("get", Shell.FULL + "done-a", common, "--access-token-file=" + token)))
                .isZero();
        assertThat(shell.lroWithoutEndpoint(Words.of(
                        "get",
                        Shell.FULL + "done-a",
                        common,
                        "--impersonate-service-account=a@p.iam.gserviceaccount.com")))
                .isZero();
        shell.with("LONGRUN_ENDPOINT_FILE", url);
        assertThat(shell.lroWithoutEndpoint("get", "--plaintext", Shell.FULL + "done-a"))
                .as(shell.err())
                .isZero();
        assertThat(shell.err()).contains("--access-token-file has no effect").doesNotContain("secret");
        nothingOfCredentialsWasSent(4);
    }

    @Test
    void aClientRefusesItUntilItIsAllowedAndThenSendsNoCredentials() {
        OperationName name = ServiceRegistry.load().operation(Shell.FULL + "cancels-0-a");
        var credentials = GoogleCredentials.newBuilder()
                .setAccessToken(new AccessToken("secret", Date.from(Instant.parse("2099-01-01T00:00:00Z"))))
                .setQuotaProjectId("theirs")
                .build();
        var builder = OperationsClient.builder()
                .environment(Map.of())
                .endpoint(url)
                .credentials(credentials)
                .credentialsOverLoopback(true)
                .quotaProject("billed");
        try (OperationsClient client = builder.build()) {
            assertThatThrownBy(() -> client.canceller().cancel(name))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("plaintext(true)");
        }
        assertThat(server.requests()).isEmpty();
        try (OperationsClient client = builder.plaintext(true).build()) {
            assertThat(client.canceller().cancel(name).isCancelled()).isTrue();
        }
        nothingOfCredentialsWasSent(server.requests().size());
        assertThat(server.requests()).hasSizeGreaterThan(1);
    }
}
