// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

/** What an interrupt leaves of an errand: whether something was asked for, and what is to be waited for. */
public enum InterruptKind {
    /** They were asked to stop, and may do so or run on. */
    ASKED(", and what was asked for stands. Not known to be done:", true),
    /** The service was asked to forget them, and may have done so. */
    DELETED(", and what was asked for stands. Not known to be deleted:", false),
    /** They were only looked at, until they are done. */
    WATCHED(". Not known to be done:", true),
    /** They were to be looked at once. */
    READ(". Not read:", false);

    private final String words;
    private final boolean worthWaiting;

    InterruptKind(String words, boolean worthWaiting) {
        this.words = words;
        this.worthWaiting = worthWaiting;
    }

    /** The line before the names. */
    String heading() {
        return "lro: interrupted; nothing more is sent" + words;
    }

    /** Whether their end is of interest. */
    boolean worthWaiting() {
        return worthWaiting;
    }
}
