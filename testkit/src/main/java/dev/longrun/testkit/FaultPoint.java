// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.service.ApiMethod;
import java.util.Random;
import java.util.function.Predicate;

/** Selects the requests that meet a fault, and how many of them. Immutable. */
public final class FaultPoint {

    private final Faults faults;
    private final Predicate<RoutedRequest> meant;

    FaultPoint(Faults faults, Predicate<RoutedRequest> meant) {
        this.faults = faults;
        this.meant = meant;
    }

    /** Narrows to requests of that method. */
    public FaultPoint on(ApiMethod rpc) {
        return new FaultPoint(faults, meant.and(request -> request.rpc() == rpc));
    }

    /** Narrows to requests for that operation, or lists of that parent. */
    public FaultPoint of(String name) {
        return new FaultPoint(faults, meant.and(request -> request.name().equals(name)));
    }

    /** Arms the fault for the next such request. */
    public void once(Fault fault) {
        times(1, fault);
    }

    /** Arms the fault for the next {@code count} such requests. */
    public void times(int count, Fault fault) {
        faults.arm(ArmedFault.counted(fault, meant, count));
    }

    /** Arms the fault for all such requests, until {@link Faults#clear}. */
    public void always(Fault fault) {
        sometimes(1, 0, fault);
    }

    /** Arms the fault for a share of such requests, from 0 to 1, chosen by a random generator with that seed. */
    public void sometimes(double share, long seed, Fault fault) {
        Random random = new Random(seed);
        faults.arm(ArmedFault.endless(fault, meant.and(request -> random.nextDouble() < share)));
    }
}
