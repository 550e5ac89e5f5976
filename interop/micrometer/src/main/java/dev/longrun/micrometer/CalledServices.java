// SPDX-License-Identifier: Apache-2.0
package dev.longrun.micrometer;

import dev.longrun.call.CallEvent;
import dev.longrun.call.ClientListener;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells the meters of clients of each service that is called for the first time, as it has rate limiters then. */
final class CalledServices implements ClientListener {
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final List<OperationsClientMetrics> clients = new CopyOnWriteArrayList<>();

    void tell(OperationsClientMetrics client) {
        clients.add(client);
    }

    void forget(OperationsClientMetrics client) {
        clients.remove(client);
    }

    @Override
    public void callEnded(CallEvent call) {
        if (known.add(call.service())) {
            clients.forEach(OperationsClientMetrics::refresh);
        }
    }
}
