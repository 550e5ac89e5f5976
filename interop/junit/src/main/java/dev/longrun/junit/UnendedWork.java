// SPDX-License-Identifier: Apache-2.0
package dev.longrun.junit;

import dev.longrun.call.CallEvent;
import dev.longrun.call.ClientListener;
import dev.longrun.call.OperationEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The calls, cancels and watches of clients that have begun and not ended. Thread-safe. */
final class UnendedWork implements ClientListener {
    /** In real time: a request that was aborted by the end of its watch ends on another thread. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);

    private final List<String> running = new ArrayList<>();

    /**
     * What still runs a moment later, in the order of its beginning, such as {@code watch of
     * //file.googleapis.com/projects/p/locations/l/operations/o}.
     */
    synchronized List<String> leaks() {
        long end = System.nanoTime() + PATIENCE;
        try {
            for (long left = PATIENCE; !running.isEmpty() && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // reports what it has
        }
        return List.copyOf(running);
    }

    @Override
    public void callStarted(CallEvent call) {
        begin(text(call));
    }

    @Override
    public void callEnded(CallEvent call) {
        end(text(call));
    }

    @Override
    public void operationStarted(OperationEvent operation) {
        begin(text(operation));
    }

    @Override
    public void operationEnded(OperationEvent operation) {
        end(text(operation));
    }

    private synchronized void begin(String work) {
        running.add(work);
    }

    private synchronized void end(String work) {
        running.remove(work);
        notifyAll();
    }

    private static String text(CallEvent call) {
        return "call " + call.method() + " of " + call.service() + ' ' + call.subject();
    }

    private static String text(OperationEvent operation) {
        return operation.kind().name().toLowerCase(Locale.ROOT) + " of "
                + operation.name().fullName();
    }
}
