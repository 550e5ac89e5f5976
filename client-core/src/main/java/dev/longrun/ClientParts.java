// SPDX-License-Identifier: Apache-2.0
package dev.longrun;

import dev.longrun.call.CallOptions;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cancel.LroCanceller;
import dev.longrun.endpoint.Endpoints;
import dev.longrun.location.Locations;
import dev.longrun.observe.Observers;
import dev.longrun.okhttp.OkHttpTransport;
import dev.longrun.operation.Operations;
import dev.longrun.rpc.RpcClient;
import dev.longrun.watch.OperationWatcher;
import dev.longrun.watch.WatchOptions;
import java.util.random.RandomGenerator;

/** Makes the parts of a client, which share its calls. */
record ClientParts(Endpoints endpoints, CallOptions calls, WatchOptions watches, CancelOptions cancels) {

    OperationsClient over(RpcClient caller, RandomGenerator random, OkHttpTransport okHttp) {
        Operations operations = Operations.over(caller, endpoints, calls);
        Observers observers = new Observers(caller.listeners(), caller.carrier(), caller.time());
        OperationWatcher watcher =
                new OperationWatcher(operations, caller.time(), random, caller.callbacks(), watches, observers);
        LroCanceller canceller =
                new LroCanceller(operations, watcher, caller.time(), random, caller.callbacks(), cancels, observers);
        return new OperationsClient(
                operations, new Locations(caller, endpoints, calls), watcher, canceller, caller, okHttp);
    }
}
