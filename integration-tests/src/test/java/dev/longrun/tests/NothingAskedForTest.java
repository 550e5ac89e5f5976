// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.longrun.OperationsClient;
import dev.longrun.OperationsClientBuilder;
import dev.longrun.auth.TokenSource;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.error.ConfigurationException;
import dev.longrun.error.LongrunException;
import dev.longrun.error.UnreachableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A cancel of which no byte left ends with an exception at its deadline, never with UNKNOWN. */
@Timeout(30)
class NothingAskedForTest {
    private static final Duration TIME = Duration.ofMillis(300);

    private static LongrunException cancel(OperationsClientBuilder builder, String endpoint) {
        try (OperationsClient client =
                builder.endpoint(endpoint).credentialsOverLoopback(true).build()) {
            LongrunException failure = catchThrowableOfType(
                    LongrunException.class,
                    () -> client.canceller()
                            .cancel(Harness.name("o"), CancelOptions.defaults().withTimeout(TIME)));
            assertThat(failure.mayHaveTakenEffect()).as(failure.toString()).isFalse();
            return failure;
        }
    }

    private static OperationsClientBuilder anonymous() {
        return OperationsClient.builder().withoutCredentials();
    }

    @Test
    void whenTheNameServerDoesNotAnswer() {
        CountDownLatch over = new CountDownLatch(1);
        Dns dead = host -> {
            while (over.getCount() > 0) {
                try {
                    over.await();
                } catch (InterruptedException ignored) {
                    // as a lookup of the system
                }
            }
            throw new UnknownHostException(host);
        };
        OkHttpClient http = new OkHttpClient.Builder().dns(dead).build();
        assertThat(cancel(anonymous().http(http), "https://dead.example"))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("nothing was sent");
        over.countDown();
    }

    @Test
    void whenTheHostIsUnknown() {
        Dns unknown = host -> {
            throw new UnknownHostException(host);
        };
        OkHttpClient http = new OkHttpClient.Builder().dns(unknown).build();
        assertThat(cancel(anonymous().http(http), "https://dead.example")).isInstanceOf(UnreachableException.class);
    }

    @Test
    void whenTheConnectionIsRefused() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(cancel(anonymous(), "http://127.0.0.1:" + free)).isInstanceOf(UnreachableException.class);
    }

    @Test
    void whenTheServerIsSilentInTheHandshake() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertThat(cancel(anonymous(), "https://127.0.0.1:" + silent.getLocalPort()))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("nothing was sent");
        }
    }

    @Test
    void whenTheTokenSourceFails() {
        assertThat(cancel(withTokens(new IOException("disk")), "http://127.0.0.1:1"))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("the TokenSource failed with java.io.IOException");
        assertThat(cancel(withTokens(new IllegalStateException("mine")), "http://127.0.0.1:1"))
                .isInstanceOf(ConfigurationException.class);
    }

    private static OperationsClientBuilder withTokens(Exception failure) {
        return OperationsClient.builder().credentials(new TokenSource() {
            @Override
            public Map<String, String> headers(Duration timeout) throws IOException {
                if (failure instanceof RuntimeException unchecked) {
                    throw unchecked;
                }
                throw (IOException) failure;
            }

            @Override
            public void invalidate(Map<String, String> refused) {}
        });
    }
}
