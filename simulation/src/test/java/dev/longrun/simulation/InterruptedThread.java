// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import dev.longrun.error.NoResponseException;
import java.util.function.Supplier;

/**
 * A thread that blocks and is interrupted. The only thread of the simulation cannot block, so that its interrupt comes
 * at the begin of the wait.
 */
final class InterruptedThread {
    private InterruptedThread() {}

    /** Runs what blocks; it must say that it was interrupted, and leave the thread so. */
    static void run(Trace trace, String what, Supplier<?> blocking) {
        Thread.currentThread().interrupt();
        try {
            Object result = blocking.get();
            trace.finding(what + " did not notice the interrupt and gave " + result);
        } catch (NoResponseException interrupted) {
            trace.add(() -> "interrupted: " + interrupted.getMessage());
            trace.require(Thread.currentThread().isInterrupted(), () -> what + " cleared the interrupt");
        } finally {
            Thread.interrupted(); // for what comes next on the only thread
        }
    }
}
