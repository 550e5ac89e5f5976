// SPDX-License-Identifier: Apache-2.0
/**
 * Runs one task on each of many names over one client, and prints the results in order of completion.
 *
 * <p>Read {@link dev.longrun.cli.task.TaskRunner} first, then {@link dev.longrun.cli.task.TaskBatch}, which is the
 * source of its results: {@link dev.longrun.cli.task.OperationTaskBatch} starts an
 * {@link dev.longrun.cli.task.OperationTask} for each name, {@link dev.longrun.cli.task.CancelRunner} uses the client's
 * own batch of cancels. {@link dev.longrun.cli.task.InterruptReport} has what Ctrl-C prints. Knows no options of the
 * command line.
 */
@NullMarked
package dev.longrun.cli.task;

import org.jspecify.annotations.NullMarked;
