// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import java.util.concurrent.CompletableFuture;

/** A call that waits for a permit of its service's rate limiter. Guarded by the limiter's lock, except the future. */
final class PendingPermit implements Comparable<PendingPermit> {
    /** Completes with true when the permit is granted, with false when {@link #until} comes first. */
    final CompletableFuture<Boolean> granted = new CompletableFuture<>();

    /** The deadline, by the monotonic clock. */
    final long until;

    private boolean expired;

    PendingPermit(long until) {
        this.until = until;
    }

    @Override
    public int compareTo(PendingPermit other) {
        return Long.signum(until - other.until);
    }

    void expire() {
        expired = true;
    }

    /** Whether it needs no permit any more: expired, cancelled, or ended by close. */
    boolean isGone() {
        return expired || granted.isDone();
    }
}
