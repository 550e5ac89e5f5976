// SPDX-License-Identifier: Apache-2.0
package dev.longrun.jackson3;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cancel.CancelResult;
import dev.longrun.filestore.v1.Filestore;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A client of a fake server, to get values as applications do. */
final class CancelledOnServer implements AutoCloseable {
    private final VirtualTime time = VirtualTime.autoAdvancing();
    final FakeOperationsServer server = FakeOperationsServer.start(time);
    final OperationsClient client = OperationsClient.builder()
            .endpoint(server.url())
            .withoutCredentials()
            .time(time)
            .build();

    static OperationName name(String id) {
        return Filestore.project("acme").location("us-central1").operation(id);
    }

    CancelOutcome cancel(String id) {
        return client.canceller().cancel(name(id));
    }

    List<CancelResult> cancelAll(String... ids) {
        var names = Stream.of(ids).map(CancelledOnServer::name).toList();
        try (var batch = client.canceller().cancelAll(names, BatchOptions.defaults())) {
            var results = new ArrayList<CancelResult>();
            batch.forEachRemaining(results::add);
            return results;
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
        time.close();
    }
}
