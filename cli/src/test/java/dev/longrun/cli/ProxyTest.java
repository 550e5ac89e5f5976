// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.OperationsClientBuilder;
import dev.longrun.call.CallOptions;
import dev.longrun.call.RetryPolicy;
import dev.longrun.error.ConfigurationException;
import dev.longrun.error.UnreachableException;
import dev.longrun.http.HttpProxy;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.time.TimeSource;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A client and its proxy, which is a real one: tunnels with TLS in them, and requests that are handed over. */
@Timeout(60)
class ProxyTest {
    private static final String PASSWORD = "canary-of-the-proxy";
    private static final String BASIC = "Basic bWU6Y2FuYXJ5LW9mLXRoZS1wcm94eQ==";

    private final Shell shell = Shell.start(TimeSource.system());
    private final OperationName name = ServiceRegistry.load().operation(Shell.FULL + "done-a");
    private CloudBehindProxy cloud;

    @TempDir
    Path directory;

    @BeforeEach
    void start() throws Exception {
        cloud = new CloudBehindProxy(directory, URI.create(shell.server.url()).getPort());
    }

    @AfterEach
    void close() throws Exception {
        cloud.close();
        shell.close();
    }

    private OperationsClientBuilder through(HttpProxy proxy) {
        return OperationsClient.builder()
                .environment(Map.of())
                .withoutCredentials()
                .callOptions(
                        CallOptions.defaults().withRetry(RetryPolicy.defaults().withMaxAttempts(2)))
                .proxy(server -> Optional.of(proxy));
    }

    private HttpProxy proxy() {
        return HttpProxy.of("127.0.0.1", cloud.proxy.port());
    }

    @Test
    void aRequestOverHttpsGoesThroughATunnelThatSeesNothingOfIt() {
        try (OperationsClient client = through(proxy()).build()) {
            assertThat(client.operations().get(name).done()).isTrue();
            client.operations().get(name);
        }
        assertThat(cloud.proxy.requests).containsExactly("CONNECT file.googleapis.com:443 HTTP/1.1");
        assertThat(cloud.asked).hasSize(2);
    }

    @Test
    void theProxyAloneGetsItsAuthorization() {
        cloud.proxy.required = BASIC;
        HttpProxy proxy = proxy().withBasicAuthorization("me", PASSWORD);
        try (OperationsClient client = through(proxy).build()) {
            assertThat(client.operations().get(name).done()).isTrue();
        }
        assertThat(cloud.proxy.authorizations).containsExactly(BASIC);
        assertThat(cloud.headers("Proxy-Authorization")).containsExactly("none");
    }

    @Test
    void aCancelOverPlainHttpIsHandedOverOnceWithTheAuthorization() {
        cloud.proxy.required = BASIC;
        HttpProxy proxy = proxy().withBasicAuthorization("me", PASSWORD);
        try (OperationsClient client =
                through(proxy).endpoint("http://lab.example").plaintext(true).build()) {
            client.operations().cancel(ServiceRegistry.load().operation(Shell.FULL + "cancels-0-a"));
        }
        assertThat(cloud.proxy.requests)
                .containsExactly("POST http://lab.example/v1/" + Shell.OPERATIONS + "cancels-0-a:cancel HTTP/1.1");
        assertThat(shell.server.requests().get(0).headers()).doesNotContainKey("Proxy-Authorization");
    }

    @Test
    void aMissingAuthorizationIsSaidAtOnce() {
        cloud.proxy.required = BASIC;
        try (OperationsClient client = through(proxy()).build()) {
            assertThatThrownBy(() -> client.operations().get(name))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(
                            "the proxy " + proxy() + " wants a user and a password (407), and none are given with it;"
                                    + " nothing was forwarded");
        }
        assertThat(cloud.proxy.requests).hasSize(1);
    }

    @Test
    void aRejectedAuthorizationIsSaidAtOnceAndNotShown() {
        cloud.proxy.required = "Basic another";
        HttpProxy proxy = proxy().withBasicAuthorization("me", PASSWORD);
        for (String endpoint : new String[] {"https://file.googleapis.com", "http://lab.example"}) {
            cloud.proxy.requests.clear();
            try (OperationsClient client =
                    through(proxy).endpoint(endpoint).plaintext(true).build()) {
                assertThatThrownBy(() -> client.operations().cancel(name))
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContaining("the proxy " + proxy()
                                + " rejected the user and the password that were given with it (407); nothing was"
                                + " forwarded")
                        .message()
                        .doesNotContain("canary", BASIC);
            }
            assertThat(cloud.proxy.requests).hasSize(1);
        }
    }

    @Test
    void aProxyThatOpensNoTunnelSendsNothing() {
        cloud.proxy.refusal = "403 Forbidden";
        try (OperationsClient client = through(proxy()).build()) {
            assertThatThrownBy(() -> client.operations().cancel(name))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("CONNECT: 403");
        }
        assertThat(cloud.asked).isEmpty();
    }

    @Test
    void aProxyThatIsNotThereSendsNothing() throws Exception {
        HttpProxy gone = proxy();
        cloud.proxy.close();
        try (OperationsClient client = through(gone).build()) {
            assertThatThrownBy(() -> client.operations().cancel(name)).isInstanceOf(UnreachableException.class);
        }
    }

    @Test
    void theCommandUsesTheOneOfTheVariableAndNeverShowsItsPassword() {
        cloud.proxy.required = BASIC;
        shell.with("HTTPS_PROXY", "http://me:" + PASSWORD + "@127.0.0.1:" + cloud.proxy.port());
        assertThat(shell.lroWithoutEndpoint("get", "--verbose", "--no-auth", CloudBehindProxy.FULL))
                .as(shell.err())
                .isZero();
        cloud.proxy.required = "Basic another";
        assertThat(shell.lroWithoutEndpoint("get", "--verbose", "--no-auth", CloudBehindProxy.FULL))
                .isEqualTo(1);
        assertThat(shell.err())
                .contains("lro: https proxy 127.0.0.1:" + cloud.proxy.port() + ", of HTTPS_PROXY\n")
                .contains("rejected the user and the password")
                .doesNotContain(PASSWORD, BASIC);
    }

    @Test
    void thisMachineIsReachedWithoutOne() {
        shell.with("ALL_PROXY", cloud.proxy.url());
        assertThat(shell.lro("get", Shell.FULL + "done-a")).isZero();
        assertThat(cloud.proxy.requests).isEmpty();
    }

    @Test
    void aVariableThatIsNoProxyIsRefusedBeforeAnythingIsSent() {
        shell.with("HTTPS_PROXY", "socks5://me:" + PASSWORD + "@127.0.0.1:1080");
        assertThat(shell.lroWithoutEndpoint("get", "--no-auth", CloudBehindProxy.FULL))
                .isEqualTo(2);
        assertThat(shell.err()).contains("HTTPS_PROXY must look like").doesNotContain(PASSWORD);
    }
}
