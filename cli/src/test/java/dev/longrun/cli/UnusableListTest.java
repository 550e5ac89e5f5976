// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static dev.longrun.cli.Shell.FULL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.longrun.service.ApiMethod;
import dev.longrun.testkit.Fault;
import dev.longrun.testkit.VirtualTime;
import dev.longrun.time.TimeSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that are none, or that hold what is no operation: they must not look like "nothing to cancel". */
@Timeout(30)
class UnusableListTest {
    private static final String PARENT = FULL.replace("/operations/", "");

    private final Shell shell = Shell.start(VirtualTime.manual());

    @AfterEach
    void close() {
        shell.close();
    }

    private void answer(String body) {
        shell.server
                .faults()
                .on(ApiMethod.LIST)
                .always(Fault.respondWith(200, Map.of("Content-Type", "application/json"), body.replace('\'', '"')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'error':{'code':403}}",
                "{'status':'ok'}",
                "{'operations':{'name':'x'}}",
                "{'operations':[],'nextPageToken':7}",
                "[]",
                "17"
            })
    void ofAnotherShapeIsAnError(String body) {
        answer(body);
        assertThat(shell.lro("list", PARENT)).isEqualTo(1);
        assertThat(shell.err()).contains("with a body that is not the expected JSON: expected a ");
        assertThat(shell.lro("sweep", PARENT, "--yes")).isEqualTo(1);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).doesNotContain("nothing to cancel");
    }

    @Test
    void isShownWithoutItsUnusableEntriesAndSaysSo() {
        answer("{'operations':[{'name':'projects/q/operations/evil'},{'name':'\\u001b[2J'},"
                + "{'name':'projects/p/locations/us-central1/operations/good'}]}");
        assertThat(shell.lro("list", PARENT)).isEqualTo(5);
        assertThat(shell.out()).contains("operations/good").doesNotContain("evil");
        assertThat(shell.err())
                .contains("left out, as it is not usable: \"projects/q/operations/evil\": not an operation of")
                .contains("left out, as it is not usable: \"\\u001b[2J\": no operation has such a name");
    }

    @Test
    void isSweptWithoutItsUnusableEntries() {
        answer("{'operations':[{'name':'projects/q/operations/evil'},"
                + "{'name':'projects/p/locations/us-central1/operations/good'}]}");
        assertThat(shell.lro("sweep", PARENT)).isEqualTo(5);
        assertThat(shell.out())
                .contains("to cancel: 1\n")
                .contains("not usable: 1 entry\n  \"projects/q/operations/evil\": not an operation of");
        assertThat(shell.err()).contains("left out of the lists, as not usable: 1; the first: ");
    }

    @Test
    void whosePagesNeverEndIsLeftWhenItsTimeIsOver() throws IOException {
        AtomicLong page = new AtomicLong();
        HttpServer endless = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endless.createContext("/", exchange -> {
            byte[] body = ("{\"nextPageToken\":\"" + page.incrementAndGet() + "\"}").getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        endless.start();
        try (Shell real = Shell.start(TimeSource.system())) {
            String endpoint = "http://127.0.0.1:" + endless.getAddress().getPort();
            assertThat(real.lroWithoutEndpoint("list", PARENT, "--timeout", "300ms", "--endpoint", endpoint))
                    .isEqualTo(1);
            assertThat(real.err()).containsPattern("not complete after PT0.3S|no (complete )?response|the deadline");
            assertThat(page).hasValueGreaterThan(1);

            long listed = page.get();
            real.clear();
            assertThat(real.lroWithoutEndpoint("sweep", PARENT, "--yes", "--timeout", "300ms", "--endpoint", endpoint))
                    .isEqualTo(1);
            assertThat(real.err())
                    .contains(Shell.PARENT)
                    .containsPattern("not complete after PT0.3S|no (complete )?response|the deadline");
            assertThat(page).hasValueGreaterThan(listed + 1);
        } finally {
            endless.stop(0);
        }
    }
}
