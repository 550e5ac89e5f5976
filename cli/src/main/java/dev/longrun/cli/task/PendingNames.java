// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.service.OperationName;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names of a command line whose result has not been printed. Thread-safe. */
final class PendingNames {
    private final Set<OperationName> names;

    PendingNames(Collection<OperationName> names) {
        this.names = new LinkedHashSet<>(names);
    }

    synchronized void remove(OperationName name) {
        names.remove(name);
    }

    /** These names and then the others, each once. */
    synchronized List<OperationName> with(Collection<OperationName> others) {
        Set<OperationName> all = new LinkedHashSet<>(names);
        all.addAll(others);
        return List.copyOf(all);
    }
}
