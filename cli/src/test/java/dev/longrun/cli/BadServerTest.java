// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static dev.longrun.cli.Shell.FULL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.service.ApiMethod;
import dev.longrun.testkit.Fault;
import dev.longrun.time.TimeSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that do not behave, on a real clock: what is said of them, and that it is said in time. */
@Timeout(20)
class BadServerTest {
    private static final int HUGE = 17 << 20;
    private static final Map<String, String> HTML = Map.of("Content-Type", "text/html");

    private final Shell shell = Shell.start(TimeSource.system());

    @AfterEach
    void noStackTrace() {
        assertThat(shell.err()).doesNotContain("\tat ", "Exception");
        shell.close();
    }

    /**
     * A get of those that are tried again until the time is over gets little of it. A cancel reads on after most, and
     * gets as little.
     */
    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Fault.lostResponse(), "1s", 5, ": no response from SERVER: "),
                Arguments.of(Fault.cutOff(), "1s", 5, ": no response from SERVER: "),
                Arguments.of(Fault.stall(), "1s", 5, ": no response from SERVER: "),
                Arguments.of(Fault.htmlBadGateway(), "1s", 5, "UNAVAILABLE"),
                Arguments.of(Fault.htmlNotFound(), "15s", 3, ""),
                Arguments.of(Fault.respondWith(200, HTML, "<html>Sign in</html>"), "15s", 5, "<html>Sign in"),
                Arguments.of(Fault.padded(HUGE), "15s", 5, "16"),
                Arguments.of(Fault.redirectTo("https://example.com/"), "15s", 5, "redirect to https://example.com/"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aCancelEndsWithAnOutcome(Fault fault, String timeout, int code) {
        shell.server.faults().anywhere().always(fault);
        assertThat(shell.lro("cancel", FULL + "cancels-0-a", "--timeout", code == 5 ? "1s" : timeout))
                .describedAs(() -> shell.out() + shell.err())
                .isEqualTo(code);
        assertThat(shell.out()).hasLineCount(1).startsWith(code == 5 ? "UNKNOWN  " : "UNSUPPORTED  ");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aGetEndsWithAnError(Fault fault, String timeout, int codeOfCancel, String said) {
        shell.server.faults().anywhere().always(fault);
        assertThat(shell.lro("get", FULL + "cancels-0-a", "--timeout", timeout)).isEqualTo(1);
        assertThat(shell.err()).containsAnyOf(said, "the time was over before its turn came");
        assertThat(shell.out()).isEmpty();
    }

    @Test
    void aSlowAnswerIsNotWaitedForBeyondTheTime() {
        shell.server.faults().on(ApiMethod.GET).always(Fault.slowDrip(1, Duration.ofMillis(200)));
        assertThat(shell.lro("get", FULL + "done-a", "--timeout", "1s")).isEqualTo(1);
    }

    @Test
    void nothingListensOnThePort() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String endpoint = "http://127.0.0.1:" + port;
        assertThat(shell.lroWithoutEndpoint("cancel", FULL + "o", "--timeout", "1s", "--endpoint", endpoint))
                .isEqualTo(1);
        assertThat(shell.err())
                .startsWith("lro: projects/p/locations/us-central1/operations/o: nothing was asked for: ")
                .contains("file v1 cancel projects/p/locations/us-central1/operations/o: no connection to " + endpoint);
        assertThat(shell.out()).isEmpty();
    }
}
