// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.report;

import dev.longrun.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * The moments of one operation in milliseconds of the Unix epoch; zero if not known.
 *
 * @param created when the operation started, by the service's clock
 * @param asked when its cancel was first sent, or a wait for it began
 * @param answered when the service had answered the cancel
 * @param noted when a read first told that the service had noted the cancel
 * @param ended when the result was known
 */
record RowTimes(long created, long asked, long answered, long noted, long ended) {
    static final RowTimes NONE = new RowTimes(0, 0, 0, 0, 0);

    RowTimes withCreated(long value) {
        return new RowTimes(value, asked, answered, noted, ended);
    }

    RowTimes withAsked(long value) {
        return new RowTimes(created, value, answered, noted, ended);
    }

    RowTimes withAnswered(long value) {
        return new RowTimes(created, asked, value, noted, ended);
    }

    RowTimes withNoted(long value) {
        return new RowTimes(created, asked, answered, value, ended);
    }

    RowTimes withEnded(long value) {
        return new RowTimes(created, asked, answered, noted, value);
    }

    /** The five numbers as a JSON array. */
    String json() {
        return "[" + created + ',' + asked + ',' + answered + ',' + noted + ',' + ended + ']';
    }

    /** Reads what {@link #json} wrote. */
    static RowTimes parse(String json) {
        String[] each = json.substring(1, json.length() - 1).split(",", -1);
        return new RowTimes(
                Long.parseLong(each[0]),
                Long.parseLong(each[1]),
                Long.parseLong(each[2]),
                Long.parseLong(each[3]),
                Long.parseLong(each[4]));
    }

    /** {@code 2026-01-01T00:00:00.250Z}; empty if not known. */
    static String text(long millis) {
        return millis == 0 ? "" : Instant.ofEpochMilli(millis).toString();
    }

    /** A field of a journal's line; zero if there is none. */
    static long millis(JsonObject json, String field) {
        return millis(json.timestamp(field));
    }

    static long millis(Optional<Instant> time) {
        return time.map(Instant::toEpochMilli).orElse(0L);
    }
}
