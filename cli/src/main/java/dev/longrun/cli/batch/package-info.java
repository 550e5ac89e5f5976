// SPDX-License-Identifier: Apache-2.0
/**
 * Does the same for many names, also endlessly many: they are taken one by one, as memory allows, and results are
 * written as they get known.
 *
 * <p>Read {@link dev.longrun.cli.batch.Batch} first, then {@link dev.longrun.cli.batch.Batches}. Knows no options of
 * the command line.
 */
@NullMarked
package dev.longrun.cli.batch;

import org.jspecify.annotations.NullMarked;
