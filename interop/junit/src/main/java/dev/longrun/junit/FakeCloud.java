// SPDX-License-Identifier: Apache-2.0
package dev.longrun.junit;

import dev.longrun.OperationsClient;
import dev.longrun.OperationsClientBuilder;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.VirtualTime;
import dev.longrun.time.TimeSource;
import java.net.InetAddress;
import java.util.List;

/** A server with its clock and its client: what parameters of equal settings in one scope share. Thread-safe. */
final class FakeCloud implements AutoCloseable {
    private final CloudSettings settings;
    private final TimeSource time;
    private final FakeOperationsServer server;
    private final OperationsClient client;
    private final UnendedWork work = new UnendedWork();

    FakeCloud(CloudSettings settings) {
        this.settings = settings;
        this.time = settings.clock().start();
        this.server = FakeOperationsServer.start(time, settings.definitions(), InetAddress.getLoopbackAddress(), 0);
        this.client = builder().build();
    }

    CloudSettings settings() {
        return settings;
    }

    TimeSource time() {
        return time;
    }

    FakeOperationsServer server() {
        return server;
    }

    OperationsClient client() {
        return client;
    }

    OperationsClientBuilder builder() {
        OperationsClientBuilder builder = OperationsClient.builder()
                .endpoint(server.url())
                .withoutCredentials()
                .time(time)
                .listener(work);
        return time instanceof VirtualTime virtual ? builder.executor(virtual.executor()) : builder;
    }

    /** The calls, cancels and watches that run on, of clients that the test has built too. */
    List<String> leaks() {
        return work.leaks();
    }

    @Override
    public void close() {
        client.close();
        server.close();
        if (time instanceof VirtualTime virtual) {
            virtual.close();
        }
    }
}
