// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks;

import dev.longrun.OperationsClient;
import dev.longrun.call.CallListener;

/** Creates clients with default options for the server of the benchmark. */
public final class BenchmarkClients {
    private BenchmarkClients() {}

    public static OperationsClient at(String url) {
        return at(url, CallListener.none());
    }

    public static OperationsClient at(String url, CallListener listener) {
        return OperationsClient.builder()
                .endpoint(url)
                .withoutCredentials()
                .listener(listener)
                .build();
    }
}
