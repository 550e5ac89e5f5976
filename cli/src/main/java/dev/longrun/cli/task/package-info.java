// SPDX-License-Identifier: Apache-2.0
/**
 * Does the same for many names, also endlessly many: they are taken one by one, as memory allows, and results are
 * written as they get known.
 *
 * <p>Read {@link dev.longrun.cli.task.TaskBatch} first, then {@link dev.longrun.cli.task.BatchRunner}. Knows no options
 * of the command line.
 */
@NullMarked
package dev.longrun.cli.task;

import org.jspecify.annotations.NullMarked;
