// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okio.AsyncTimeout;

/**
 * Lets Okio's watchdog sleep while calls come and go. The watchdog sleeps until the earliest timeout, and each timeout
 * that is earlier wakes it, so that a call that is alone wakes it for nothing. This timeout ends nothing; it is earlier
 * than those of nearly all calls, and there from the first call of a second to the end of that second.
 */
final class EarlyTimeout extends AsyncTimeout {
    /** For all transports, as there is one watchdog. */
    static final EarlyTimeout INSTANCE = new EarlyTimeout();

    private final AtomicBoolean waits = new AtomicBoolean();

    private EarlyTimeout() {
        timeout(1, TimeUnit.SECONDS);
    }

    /** Starts the watchdog too, if it does not run. */
    void begin() {
        if (!waits.get() && waits.compareAndSet(false, true)) {
            exit(); // as Okio wants it of a timeout that has passed; without effect on a new one
            enter();
        }
    }

    @Override
    protected void timedOut() {
        waits.set(false);
    }
}
