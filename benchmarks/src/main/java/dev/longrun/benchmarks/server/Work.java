// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.server;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLongArray;

/** Operations numbered from zero, each with the moment when it ends: known from the start, or set by a cancel. */
final class Work {
    private static final long RUNS_ON = Long.MAX_VALUE;

    private final AtomicLongArray ends;
    private final boolean[] cancelled;

    private Work(AtomicLongArray ends) {
        this.ends = ends;
        this.cancelled = new boolean[ends.length()];
    }

    static Work untilCancelled(int count) {
        AtomicLongArray ends = new AtomicLongArray(count);
        for (int i = 0; i < count; i++) {
            ends.set(i, RUNS_ON);
        }
        return new Work(ends);
    }

    /** Ends spread evenly over {@code spanMillis} from {@code startMillis} on. */
    static Work ending(int count, long startMillis, long spanMillis) {
        AtomicLongArray ends = new AtomicLongArray(count);
        for (int i = 0; i < count; i++) {
            ends.set(i, startMillis + spanMillis * (i + 1) / count);
        }
        return new Work(ends);
    }

    int count() {
        return ends.length();
    }

    void cancel(int number) {
        cancelled[number] = ends.compareAndSet(number, RUNS_ON, System.currentTimeMillis()) || cancelled[number];
    }

    /** About half a kilobyte, as Filestore answers. */
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
