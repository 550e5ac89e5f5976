// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a service speaks of its operations: the JSON of an operation, of a list of them, and of errors. */
public enum Dialect {
    /** {@code google.longrunning} (AIP-151), as nearly all services: {@code done}, {@code error}, {@code response}. */
    LONGRUNNING,
    /** Compute Engine and Deployment Manager: {@code status}, {@code error.errors[]}, no cancel. */
    COMPUTE,
    /** Google Kubernetes Engine: {@code status}, {@code error} as in google.longrunning. */
    CONTAINER,
    /** Cloud SQL: {@code status}, {@code error.errors[]} with codes that are words. */
    SQLADMIN,
    /** Cloud DNS: {@code id} and {@code status}, no errors. */
    DNS;

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
