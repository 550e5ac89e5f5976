// SPDX-License-Identifier: Apache-2.0
package dev.longrun.peers;

import dev.longrun.service.ApiMethod;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.ScriptedOperation;
import dev.longrun.testkit.ServedRequest;
import dev.longrun.time.TimeSource;
import java.util.List;

/** The fake server as a peer sees it, on this machine's clock: peers know no other. */
final class Cloud implements AutoCloseable {
    static final String PARENT = "projects/p/locations/us-central1";

    static final String ERROR_INFO =
            "{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\",\"reason\":\"NO_ROOM\",\"domain\":\"file.googleapis.com\"}";

    final FakeOperationsServer server;

    /** @param service the only one that is served, as no other tells its types on the same paths */
    Cloud(String service) {
        server = FakeOperationsServer.start(
                TimeSource.system(), ServiceRegistry.load().versions(service), 0);
    }

    static String name(String id) {
        return PARENT + "/operations/" + id;
    }

    ScriptedOperation operation(String id) {
        return server.operation(name(id));
    }

    /** Whether it was asked to stop, and runs all the same. */
    boolean runsUnasked(String id) {
        var record = server.operationRecord(name(id));
        return !record.done() && record.cancelRequests() == 0;
    }

    long requests(ApiMethod rpc) {
        return server.requests().stream()
                .filter(request -> request.rpc().filter(rpc::equals).isPresent())
                .count();
    }

    List<String> lines() {
        return server.requests().stream().map(ServedRequest::line).toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
