// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.clients;

import dev.longrun.OperationsClient;
import dev.longrun.OperationsClientBuilder;
import dev.longrun.call.ClientListener;

/** Creates clients with default options for the server of the benchmark. */
public final class BenchmarkClients {
    private BenchmarkClients() {}

    public static OperationsClient at(String url) {
        return builder(url).build();
    }

    public static OperationsClient at(String url, ClientListener listener) {
        return builder(url).listener(listener).build();
    }

    private static OperationsClientBuilder builder(String url) {
        return OperationsClient.builder().endpoint(url).withoutCredentials();
    }
}
