// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import java.time.Duration;

/** Something that did not work and is left alone for a while, then tried again. Times are of one monotonic clock. */
final class Suspension {
    private final long length;
    private boolean begun;
    private long end;

    Suspension(Duration length) {
        this.length = length.toNanos();
    }

    void begin(long now) {
        begun = true;
        end = now + length;
    }

    boolean inForce(long now) {
        return begun && now - end < 0;
    }
}
