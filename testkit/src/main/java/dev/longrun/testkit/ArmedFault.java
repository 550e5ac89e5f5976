// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** A fault and the requests that it is meant for. */
final class ArmedFault {

    private final Fault fault;
    private final Predicate<RoutedRequest> meant;
    private final boolean endless;
    private final AtomicInteger left;

    private ArmedFault(Fault fault, Predicate<RoutedRequest> meant, boolean endless, int count) {
        this.fault = fault;
        this.meant = meant;
        this.endless = endless;
        this.left = new AtomicInteger(count);
    }

    static ArmedFault counted(Fault fault, Predicate<RoutedRequest> meant, int count) {
        return new ArmedFault(fault, meant, false, count);
    }

    static ArmedFault endless(Fault fault, Predicate<RoutedRequest> meant) {
        return new ArmedFault(fault, meant, true, 0);
    }

    Fault fault() {
        return fault;
    }

    /** Returns true for a request that meets the fault, at most as often as it was armed for. */
    boolean takes(RoutedRequest request) {
        return meant.test(request) && (endless || left.getAndUpdate(count -> Math.max(0, count - 1)) > 0);
    }

    boolean isSpent() {
        return !endless && left.get() == 0;
    }

    int left() {
        return left.get();
    }
}
