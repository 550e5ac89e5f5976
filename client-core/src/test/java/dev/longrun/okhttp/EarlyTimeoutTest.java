// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EarlyTimeoutTest {
    private static final int CALLS = 400;

    /** A call that wakes it makes it wait once more; besides that it wakes once a second. */
    @Test
    void theWatchdogSleepsWhileCallsComeAndGo() throws Exception {
        try (RawServer server = new RawServer((self, connection) -> {
                    for (int i = 0; i <= CALLS; i++) {
                        self.readRequest(connection);
                        RawServer.say(connection, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
                    }
                });
                OkHttpTransport transport = OkHttpTransport.create()) {
            transport.send(Requests.get(server.origin()));
            long before = waitsOfWatchdog();
            for (int i = 0; i < CALLS; i++) {
                transport.send(Requests.get(server.origin()));
            }
            assertThat(waitsOfWatchdog() - before).isLessThan(CALLS / 4);
        }
    }

    private static long waitsOfWatchdog() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().equals("Okio Watchdog"))
                .findFirst()
                .orElseThrow()
                .getWaitedCount();
    }
}
