// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.service.ApiMethod;
import java.util.Random;
import java.util.function.Predicate;

/** The requests that a fault is meant for, and how often it strikes them. Immutable; arming returns nothing. */
public final class FaultPoint {

    private final Faults faults;
    private final Predicate<RoutedRequest> meant;

    FaultPoint(Faults faults, Predicate<RoutedRequest> meant) {
        this.faults = faults;
        this.meant = meant;
    }

    /** Only requests of that rpc. */
    public FaultPoint on(ApiMethod rpc) {
        return new FaultPoint(faults, meant.and(call -> call.rpc() == rpc));
    }

    /** Only requests about that operation, or lists of that parent. */
    public FaultPoint of(String name) {
        return new FaultPoint(faults, meant.and(call -> call.name().equals(name)));
    }

    /** The next of them. */
    public void once(Fault fault) {
        times(1, fault);
    }

    /** The next so many of them. */
    public void times(int count, Fault fault) {
        faults.arm(ArmedFault.counted(fault, meant, count));
    }

    /** All of them, until {@link Faults#clear}. */
    public void always(Fault fault) {
        sometimes(1, 0, fault);
    }

    /** That share of them, from 0 to 1, chosen by a generator with that seed. */
    public void sometimes(double share, long seed, Fault fault) {
        Random random = new Random(seed);
        faults.arm(ArmedFault.endless(fault, meant.and(call -> random.nextDouble() < share)));
    }
}
