// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.service.ApiMethod;
import dev.longrun.testkit.FakeOperationsServer;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cancels that are stopped before their outcome is known: stderr names the operations. */
@Timeout(240)
class StoppedCancelTest {
    private static final String PARENT = "//file.googleapis.com/projects/p/locations/us-central1";
    private static final String NAME = PARENT + "/operations/stuck-a";

    private final FakeOperationsServer server = FakeOperationsServer.start();
    private RawSession session;

    @TempDir
    Path directory;

    @BeforeEach
    void cancel() throws Exception {
        server.operation(NAME.substring("//file.googleapis.com/".length())).neverEnds();
        session = RawSession.start(InstalledLro.in(directory), "mcp", "--allow-cancel", "--endpoint", server.url())
                .initialized();
        session.call(1, "plan_sweep", "{\"parents\":[\"" + PARENT + "\"]}");
        String plan = session.receive()
                .object("result")
                .flatMap(result -> result.object("structuredContent"))
                .flatMap(answer -> answer.string("planId"))
                .orElseThrow();
        CountDownLatch read = new CountDownLatch(1);
        server.onRequest(request -> {
            if (request.rpc().filter(ApiMethod.GET::equals).isPresent()) {
                read.countDown();
            }
        });
        session.call(2, "cancel_operations", "{\"plan_id\":\"" + plan + "\"}");
        read.await(); // so the request was answered
    }

    @AfterEach
    void close() {
        session.close();
        server.close();
    }

    @Test
    void byTheEndOfStdin() throws Exception {
        assertThat(session.end()).isEmpty();
        assertThat(session.exitCode()).isZero();
        assertTold();
    }

    @Test
    void byASignal() throws Exception {
        session.signal("TERM");
        assertThat(session.exitCode()).isEqualTo(143);
        assertTold();
    }

    @Test
    void byTheClient() throws Exception {
        session.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":2}}");
        assertThat(session.end()).isEmpty();
        assertThat(session.exitCode()).isZero();
        assertTold();
    }

    private void assertTold() throws Exception {
        assertThat(session.err())
                .contains(
                        "lro: stopped; their cancel may have been sent, and their outcome is not known:\n", NAME + "\n")
                .doesNotContain("\tat ", "bug");
    }
}
