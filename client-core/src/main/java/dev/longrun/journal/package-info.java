// SPDX-License-Identifier: Apache-2.0
/**
 * The write-ahead log file of cancels: what was about to be sent, how the service responded and what became of each
 * operation.
 *
 * <pre>{@code
 * try (CancelJournal journal = CancelJournal.create(Path.of("sweep.jsonl"));
 *         CancelBatch batch = client.canceller()
 *                 .cancelAll(names, BatchOptions.defaults().withWriteAheadLog(journal))) {
 *     batch.forEachRemaining(result -> System.out.println(result.describe()));
 * }
 * System.out.println(JournalIndex.read(Path.of("sweep.jsonl")).counts().describe());
 * }</pre>
 *
 * <p>Read {@link dev.longrun.journal.CancelJournal} first, then {@link dev.longrun.journal.JournalIndex} for the form
 * of the file. An intent is on the disk before its request leaves, so nothing was sent for a name without an intent.
 * This package makes no decisions about cancels.
 */
@NullMarked
package dev.longrun.journal;

import org.jspecify.annotations.NullMarked;
