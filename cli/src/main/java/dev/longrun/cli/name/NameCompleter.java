// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

/** Completes an operation's id, or makes a parent, with the project and the location of the options. */
final class NameCompleter {
    private final NameDefaults defaults;

    NameCompleter(NameDefaults defaults) {
        this.defaults = defaults;
    }

    /** Whether {@code text} is an id, and there are options to complete it with. */
    boolean isId(String text) {
        return !text.isEmpty()
                && text.indexOf('/') < 0
                && (defaults.project().isPresent() || defaults.location().isPresent());
    }

    /** {@code projects/p/locations/l/operations/o}, or {@code projects/p/operations/o} where no location is given. */
    String complete(String id) {
        return parent() + "/operations/" + id;
    }

    /** {@code projects/p/locations/l}, or {@code projects/p}. */
    String parent() {
        String project = defaults.project()
                .orElseThrow(() ->
                        new IllegalArgumentException("--location needs --project with it: names begin projects/…"));
        return "projects/" + project
                + defaults.location().map(l -> "/locations/" + l).orElse("");
    }
}
