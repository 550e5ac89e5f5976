// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a service speaks of its operations: the JSON of an operation, of a list of them, and of errors. */
public enum Dialect {
    /** {@code google.longrunning} (AIP-151), as nearly all services: {@code done}, {@code error}, {@code response}. */
    LONGRUNNING(":cancel", "", Duration.ZERO),
    /** Compute Engine and Deployment Manager: {@code status}, {@code error.errors[]}, no cancel. */
    COMPUTE(
            "",
            "delete the resource that the operation makes, or wait for its end, as"
                    + " `gcloud compute operations describe` and `wait` do",
            Duration.ofMinutes(2)),
    /** Google Kubernetes Engine: {@code status}, {@code error} as in google.longrunning. */
    CONTAINER(":cancel", "", Duration.ZERO),
    /** Cloud SQL: {@code status}, {@code error.errors[]} with codes that are words. */
    SQLADMIN("/cancel", "", Duration.ZERO),
    /** Cloud DNS: {@code id} and {@code status}, no errors. */
    DNS("", "wait for its end, or change the zone again", Duration.ZERO);

    private final String cancel;
    private final String insteadOfCancel;
    private final Duration ownWait;

    Dialect(String cancel, String insteadOfCancel, Duration ownWait) {
        this.cancel = cancel;
        this.insteadOfCancel = insteadOfCancel;
        this.ownWait = ownWait;
    }

    /** What follows an operation's name in the path of a cancel, where none is documented; empty if there is none. */
    String cancel() {
        return cancel;
    }

    /** What is left to do where there is no cancel; empty for dialects that have it. */
    String insteadOfCancel() {
        return insteadOfCancel;
    }

    /** How long a wait on the server may take, if asked for this time: some services have a time of their own. */
    Duration longestWait(Duration asked) {
        return asked.compareTo(ownWait) < 0 ? ownWait : asked;
    }

    /** The word in tables: {@code compute}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Dialect> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(dialect -> dialect.label().equals(label))
                .findFirst();
    }
}
