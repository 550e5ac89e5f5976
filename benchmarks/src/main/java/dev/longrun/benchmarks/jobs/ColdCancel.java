// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import dev.longrun.benchmarks.BenchmarkOperations;
import dev.longrun.benchmarks.clients.BlockingClient;
import dev.longrun.benchmarks.clients.DiscoveryClient;
import dev.longrun.benchmarks.clients.GaxClient;
import dev.longrun.benchmarks.clients.LongrunClient;
import dev.longrun.benchmarks.clients.RawClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A short program: cancels one operation and reads it, with the client and at the server of its arguments. */
final class ColdCancel {
    private ColdCancel() {}

    public static void main(String[] arguments) throws IOException {
        try (BlockingClient client = client(arguments[0], arguments[1])) {
            String name = BenchmarkOperations.of(0).value();
            client.cancel(name);
            if (!client.isDone(name)) {
                throw new IllegalStateException(name + " is not done");
            }
        }
        System.out.println(Files.readString(Path.of("/proc/self/stat")));
        System.exit(0); // the threads of some clients live on
    }

    private static BlockingClient client(String label, String url) {
        return switch (label) {
            case "Longrun" -> new LongrunClient(url);
            case "gax" -> new GaxClient(url);
            case "discovery client" -> new DiscoveryClient(url);
            default -> new RawClient(url);
        };
    }
}
