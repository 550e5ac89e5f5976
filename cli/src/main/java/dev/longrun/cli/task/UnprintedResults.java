// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.service.OperationName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results that are known and not on stdout yet, in the order in which they were known. Thread-safe. */
final class UnprintedResults {
    private final Map<OperationName, TaskResult> results = new LinkedHashMap<>();

    synchronized void add(TaskResult result) {
        results.put(result.name(), result);
    }

    synchronized void remove(OperationName name) {
        results.remove(name);
    }

    synchronized List<OperationName> names() {
        return List.copyOf(results.keySet());
    }

    /** One line for each result. */
    synchronized List<String> lines() {
        return results.values().stream().map(result -> "  " + result.line()).toList();
    }
}
