// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

/** The kind of command that was interrupted: what it may have changed, and what remains to be known. */
public enum InterruptKind {
    /** The operations may end or run on. */
    CANCEL(
            ", and requests already sent stand. Not known to be done:",
            true,
            "; operations done by then are left alone"),
    /** The operations may have been deleted. */
    DELETE(
            ", and requests already sent stand. Not known to be deleted:",
            false,
            "; names deleted by then are reported as not found"),
    /** Nothing was changed; the operations were watched until they are done. */
    WAIT(". Not known to be done:", true, ""),
    /** Nothing was changed; the operations were to be read once. */
    GET(". Not read:", false, "");

    private final String state;
    private final boolean hasEnd;
    private final String again;

    InterruptKind(String state, boolean hasEnd, String again) {
        this.state = state;
        this.hasEnd = hasEnd;
        this.again = again;
    }

    /** The line before the names. */
    String heading() {
        return "lro: interrupted; nothing more is sent" + state;
    }

    /** Whether the end of the operations is of interest, so that {@code lro wait} is worth proposing. */
    boolean hasEnd() {
        return hasEnd;
    }

    /** What a second run of the same command does. */
    String again() {
        return "the same command again" + again;
    }
}
