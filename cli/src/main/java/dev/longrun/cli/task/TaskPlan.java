// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.service.OperationName;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a run is about.
 *
 * @param arguments names that only the command line has: an interrupt lists all of them that have no result yet
 * @param total the number of names, where it is known
 * @param isSummedUp whether a line on stderr sums up the results
 * @param journal is closed before an interrupt is reported
 * @param report what an interrupt prints
 */
public record TaskPlan(
        Collection<OperationName> arguments,
        OptionalLong total,
        boolean isSummedUp,
        AutoCloseable journal,
        InterruptReport report) {
    /** Names of the command line alone. */
    public static TaskPlan ofArguments(Collection<OperationName> names, InterruptReport report) {
        return new TaskPlan(List.copyOf(names), OptionalLong.of(names.size()), false, () -> {}, report);
    }

    /** Names that a file or a list has too. */
    public static TaskPlan ofMany(OptionalLong total, InterruptReport report) {
        return new TaskPlan(List.of(), total, true, () -> {}, report);
    }

    TaskPlan withJournal(AutoCloseable value) {
        return new TaskPlan(arguments, total, isSummedUp, value, report);
    }
}
