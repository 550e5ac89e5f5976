// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

/** The log of a cancel without one. */
final class NoWriteAheadLog implements WriteAheadLog {
    static final NoWriteAheadLog INSTANCE = new NoWriteAheadLog();

    private NoWriteAheadLog() {}
}
