// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.service.ApiMethod;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What goes wrong, and when. A request meets the first armed fault that is meant for it, at most one.
 *
 * <pre>{@code
 * server.faults().on(Rpc.CANCEL).once(Fault.lostAnswer());
 * server.faults().on(Rpc.GET).of(name).times(3, Fault.unavailable());
 * server.faults().dropRandomly(0.05, 42);
 * }</pre>
 */
public final class Faults {

    private final List<ArmedFault> armed = new CopyOnWriteArrayList<>();

    Faults() {}

    /** For requests of that rpc. */
    public FaultPoint on(ApiMethod rpc) {
        return anywhere().on(rpc);
    }

    /** For requests about that operation, or lists of that parent. */
    public FaultPoint of(String name) {
        return anywhere().of(name);
    }

    /** For every request on a documented path. */
    public FaultPoint anywhere() {
        return new FaultPoint(this, request -> true);
    }

    /**
     * Loses that share of the exchanges, half of them before and half after they are processed, by a generator that
     * makes the same choices for the same seed and order of requests.
     */
    public void dropRandomly(double share, long seed) {
        anywhere().sometimes(share / 2, seed, Fault.lostRequest());
        anywhere().sometimes(share / (2 - share), seed + 1, Fault.lostAnswer());
    }

    /** How many faults are armed that will run out; zero when all that was scripted has happened. */
    public int pending() {
        return armed.stream().mapToInt(ArmedFault::left).sum();
    }

    /** Disarms all, the random ones included. */
    public void clear() {
        armed.clear();
    }

    void arm(ArmedFault fault) {
        armed.add(fault);
    }

    Optional<Fault> next(RoutedRequest call) {
        Optional<Fault> taken = armed.stream()
                .filter(candidate -> candidate.takenBy(call))
                .findFirst()
                .map(ArmedFault::fault);
        if (taken.isPresent()) {
            armed.removeIf(ArmedFault::isSpent);
        }
        return taken;
    }
}
