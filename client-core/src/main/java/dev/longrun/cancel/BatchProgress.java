// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

/**
 * How far a run is.
 *
 * @param taken names so far, without those left out as duplicates
 * @param underWay of these, those whose result is not known yet, waiting for their turn included
 * @param unread results that are known and not read
 * @param counts of the results that are known, read or not
 * @param allTaken whether there will be no more names, so that {@code taken} is the total
 */
public record BatchProgress(long taken, int underWay, int unread, CancelCounts counts, boolean allTaken) {}
