// SPDX-License-Identifier: Apache-2.0
/**
 * Cancels that survive the process that asked for them: a file that tells what was about to be asked, how that was
 * answered and what became of it.
 *
 * <p>Read {@link dev.longrun.journal.CancelJournal} first, then {@link dev.longrun.journal.JournalIndex} for the form
 * of the file. An intent is on the disk before its request leaves, so a name without one was never asked for. This
 * package decides nothing about cancelling: it writes down, and says where to go on.
 */
@NullMarked
package dev.longrun.journal;

import org.jspecify.annotations.NullMarked;
