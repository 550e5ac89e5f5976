// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import dev.longrun.name.InvalidNameException;

/** Completes an operation's id, or nothing at all, with the project and the location of the options. */
final class NameCompleter {
    private final NameDefaults naming;

    NameCompleter(NameDefaults naming) {
        this.naming = naming;
    }

    /** Whether {@code text} is an id, and there are options to complete it with. */
    boolean isId(String text) {
        return !text.isEmpty()
                && text.indexOf('/') < 0
                && (naming.project().isPresent() || naming.location().isPresent());
    }

    /** {@code projects/p/locations/l/operations/o}, or {@code projects/p/operations/o} where no location is given. */
    String complete(String id) {
        return parent() + "/operations/" + id;
    }

    /** {@code projects/p/locations/l}, or {@code projects/p}. */
    String parent() {
        String project = naming.project()
                .orElseThrow(
                        () -> new InvalidNameException("--location needs --project with it: names begin projects/…"));
        return "projects/" + project
                + naming.location().map(l -> "/locations/" + l).orElse("");
    }
}
