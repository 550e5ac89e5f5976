// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.clients;

import dev.longrun.OperationsClient;
import dev.longrun.filestore.v1.Filestore;
import dev.longrun.service.OperationName;

/** The blocking calls of Longrun, names parsed from text as the others' are. */
public final class LongrunClient implements BlockingClient {
    private final OperationsClient client;

    public LongrunClient(String url) {
        this.client = BenchmarkClients.at(url);
    }

    @Override
    public String label() {
        return "Longrun";
    }

    @Override
    public boolean isDone(String name) {
        return client.operations().get(parsed(name)).done();
    }

    @Override
    public void cancel(String name) {
        client.operations().cancel(parsed(name));
    }

    private static OperationName parsed(String name) {
        return Filestore.parseOperation(name);
    }

    @Override
    public void close() {
        client.close();
    }
}
