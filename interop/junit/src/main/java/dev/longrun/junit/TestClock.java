// SPDX-License-Identifier: Apache-2.0
package dev.longrun.junit;

import dev.longrun.testkit.VirtualTime;
import dev.longrun.time.TimeSource;

/** The clock of a fake server and its client. */
public enum TestClock {
    /** {@link VirtualTime#autoAdvancing()}: hours of waiting pass in milliseconds, without a call of the test. */
    VIRTUAL,
    /** {@link VirtualTime#manual()}: time passes when the test calls {@link VirtualTime#advance}. */
    MANUAL,
    /** The clock of the machine: a second takes a second. */
    SYSTEM;

    TimeSource start() {
        return switch (this) {
            case VIRTUAL -> VirtualTime.autoAdvancing();
            case MANUAL -> VirtualTime.manual();
            case SYSTEM -> TimeSource.system();
        };
    }
}
