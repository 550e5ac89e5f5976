// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.operation.Operation;
import java.time.Duration;

/** How far a command on many names is, for the progress line. Thread-safe. */
public final class Progress {
    private final int total;
    private int ended;
    private String latest = "";

    public Progress(int total) {
        this.total = total;
    }

    /** Takes a snapshot of one that runs: the newest is shown. */
    public synchronized void saw(Operation operation) {
        String at = OperationFormatter.progress(operation);
        latest = operation.done()
                ? ""
                : "; " + operation.name().resource().id() + " runs" + (at.isEmpty() ? "" : ", " + at);
    }

    public synchronized void ended() {
        ended++;
        latest = "";
    }

    /**
     * {@code waiting for 3 of 5 operations, 12.0s so far; operation-17 runs, at 40 %}.
     *
     * @param trouble what keeps it from being further, or empty
     */
    public synchronized String line(Duration elapsed, String trouble) {
        String of = total == 1 ? "1 operation" : (total - ended) + " of " + total + " operations";
        return line(of, elapsed, "") + (trouble.isEmpty() ? latest : "; " + trouble);
    }

    /** {@code waiting for the list of projects/p/locations/l, 12.0s so far; http://127.0.0.1:9: 503 UNAVAILABLE}. */
    public static String line(String what, Duration elapsed, String trouble) {
        return "waiting for " + what + ", " + Elapsed.seconds(elapsed) + " so far"
                + (trouble.isEmpty() ? "" : "; " + trouble);
    }
}
