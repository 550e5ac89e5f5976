// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.server;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLongArray;

/** Operations numbered from zero, each with its end time: set at the start, or by a cancel. */
final class SimulatedOperations {
    private static final long RUNS_ON = Long.MAX_VALUE;

    private final AtomicLongArray ends;
    private final boolean[] cancelled;
    private final long leastMillis;
    private final long mostMillis;

    private SimulatedOperations(AtomicLongArray ends, long leastMillis, long mostMillis) {
        this.ends = ends;
        this.cancelled = new boolean[ends.length()];
        this.leastMillis = leastMillis;
        this.mostMillis = mostMillis;
    }

    /** Operations that end between {@code leastMillis} and {@code mostMillis} after their cancel, spread evenly. */
    static SimulatedOperations untilCancelled(int count, long leastMillis, long mostMillis) {
        AtomicLongArray ends = new AtomicLongArray(count);
        for (int i = 0; i < count; i++) {
            ends.set(i, RUNS_ON);
        }
        return new SimulatedOperations(ends, leastMillis, mostMillis);
    }

    /** Operations whose ends are spread evenly over {@code spanMillis} from {@code startMillis}. */
    static SimulatedOperations ending(int count, long startMillis, long spanMillis) {
        AtomicLongArray ends = new AtomicLongArray(count);
        for (int i = 0; i < count; i++) {
            ends.set(i, startMillis + spanMillis * (i + 1) / count);
        }
        return new SimulatedOperations(ends, 0, 0);
    }

    int count() {
        return ends.length();
    }

    void cancel(int number) {
        long end = System.currentTimeMillis() + afterCancel(number);
        cancelled[number] = ends.compareAndSet(number, RUNS_ON, end) || cancelled[number];
    }

    /** Different ones for numbers that follow each other. */
    private long afterCancel(int number) {
        return leastMillis + number * 7L % (mostMillis - leastMillis + 1);
    }

    /** Appends the JSON of an operation, about half a kilobyte as in Filestore. */
    void append(StringBuilder json, CharSequence parent, int number, long now) {
        long end = ends.get(number);
        boolean done = end <= now;
        json.append("{\"name\": \"").append(parent).append("/operations/").append(number);
        json.append("\", \"metadata\": {\"@type\": \"type.googleapis.com/google.cloud.common.OperationMetadata\", ")
                .append("\"createTime\": \"2026-11-01T10:00:00.123456789Z\", ")
                .append(done ? "\"endTime\": \"" + Instant.ofEpochMilli(end) + "\", " : "")
                .append("\"target\": \"")
                .append(parent)
                .append("/instances/instance-")
                .append(number)
                .append("\", \"verb\": \"create\", \"cancelRequested\": ")
                .append(cancelled[number])
                .append(", \"apiVersion\": \"v1\"}, \"done\": ")
                .append(done);
        if (done) {
            json.append(
                    cancelled[number]
                            ? ", \"error\": {\"code\": 1, \"message\": \"The operation was cancelled.\"}"
                            : ", \"response\": {\"@type\": \"type.googleapis.com/google.cloud.filestore.v1.Instance\"}");
        }
        json.append('}');
    }
}
