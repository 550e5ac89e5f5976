// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import dev.longrun.benchmarks.clients.BlockingClient;
import dev.longrun.benchmarks.clients.DiscoveryClient;
import dev.longrun.benchmarks.clients.GaxClient;
import dev.longrun.benchmarks.clients.LongrunClient;
import dev.longrun.benchmarks.clients.RawClient;
import java.util.List;

/** The clients that take turns in each round. */
final class Clients {
    private Clients() {}

    static List<BlockingClient> all(String url) {
        return List.of(new RawClient(url), new LongrunClient(url), new GaxClient(url), new DiscoveryClient(url));
    }

    /** Those that a program polls with by itself. */
    static List<BlockingClient> withoutWatcher(String url) {
        return List.of(new RawClient(url), new GaxClient(url), new DiscoveryClient(url));
    }
}
