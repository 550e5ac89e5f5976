// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.service.ApiMethod;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The armed faults of a server. A request meets the first fault that is meant for it, and no other. Thread-safe.
 *
 * <pre>{@code
 * server.faults().on(ApiMethod.CANCEL).once(Fault.lostResponse());
 * server.faults().on(ApiMethod.GET).of(name).times(3, Fault.unavailable());
 * server.faults().dropRandomly(0.05, 42);
 * }</pre>
 */
public final class Faults {

    private final List<ArmedFault> armed = new CopyOnWriteArrayList<>();

    Faults() {}

    /** Selects requests of that method. */
    public FaultPoint on(ApiMethod rpc) {
        return anywhere().on(rpc);
    }

    /** Selects requests for that operation, or lists of that parent. */
    public FaultPoint of(String name) {
        return anywhere().of(name);
    }

    /** Selects every request on a documented path. */
    public FaultPoint anywhere() {
        return new FaultPoint(this, request -> true);
    }

    /**
     * Closes the connection of a share of all requests, from 0 to 1: half of them before, half after the request is
     * processed. The same seed and order of requests give the same choices.
     */
    public void dropRandomly(double share, long seed) {
        anywhere().sometimes(share / 2, seed, Fault.lostRequest());
        anywhere().sometimes(share / (2 - share), seed + 1, Fault.lostResponse());
    }

    /** The number of requests for which counted faults are still armed; zero when all of them have happened. */
    public int pending() {
        return armed.stream().mapToInt(ArmedFault::left).sum();
    }

    /** Disarms all faults, with the random ones. */
    public void clear() {
        armed.clear();
    }

    void arm(ArmedFault fault) {
        armed.add(fault);
    }

    Optional<Fault> next(RoutedRequest request) {
        Optional<Fault> taken = armed.stream()
                .filter(candidate -> candidate.takes(request))
                .findFirst()
                .map(ArmedFault::fault);
        if (taken.isPresent()) {
            armed.removeIf(ArmedFault::isSpent);
        }
        return taken;
    }
}
