// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.time.TimeSource;
import dev.longrun.time.TimeSource.Scheduled;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * One operation on the server: its script, its content and its state. Thread-safe: each method holds the monitor of
 * this object.
 */
final class StoredOperation {

    private static final Duration TICK = Duration.ofMillis(1);

    private final String name;
    private Script script;
    private OperationContent content = OperationContent.PLAIN;
    private OperationState state;
    private int cancelRequests;
    private final List<WorkCount.Pause> waits = new ArrayList<>();

    StoredOperation(String name, Script script, Instant created) {
        this.name = name;
        this.script = script;
        this.state = OperationState.running(created);
    }

    String name() {
        return name;
    }

    synchronized Script script() {
        return script;
    }

    synchronized void script(Script value) {
        script = value;
        wake();
    }

    synchronized OperationContent content() {
        return content;
    }

    synchronized void content(OperationContent value) {
        content = value;
    }

    synchronized OperationRecord at(Instant now) {
        state = script.settle(state, now);
        return new OperationRecord(name, state, cancelRequests);
    }

    ServedOperation served(Binding binding, Instant now) {
        return new ServedOperation(at(now), content(), binding, now);
    }

    synchronized CancelBehavior cancel(Instant now) {
        cancelRequests++;
        CancelBehavior response = script.responseToCancel(script.settle(state, now));
        state = script.cancel(state, now);
        wake();
        return response;
    }

    synchronized void delete(Instant now) {
        state = script.delete(state, now);
        wake();
    }

    /** Lets the waits in progress look at the state again. */
    synchronized void wake() {
        waits.forEach(WorkCount.Pause::end);
        waits.clear();
        notifyAll();
    }

    /** Blocks until the operation is done or deleted, the timeout has passed, or {@code closed} is true. */
    synchronized OperationRecord await(TimeSource time, Duration timeout, BooleanSupplier closed)
            throws InterruptedException {
        Instant end = ScheduledEnd.later(time.now(), timeout);
        while (true) {
            Instant now = time.now();
            OperationRecord record = at(now);
            if (record.done() || !state.isRunning() || !now.isBefore(end) || closed.getAsBoolean()) {
                return record;
            }
            Instant next = script.next(state);
            Duration pause = Duration.between(now, next.isBefore(end) ? next : end);
            Scheduled alarm = time.schedule(pause, this::wake);
            // If the clock moved in between, the alarm would come too late.
            if (Duration.between(now, time.now()).compareTo(TICK) <= 0) {
                pause(WorkCount.of(time).pauseRequest());
            }
            alarm.cancel();
        }
    }

    /** Blocks until {@link #wake}, which ends the pause. */
    private void pause(WorkCount.Pause pause) throws InterruptedException {
        waits.add(pause);
        try {
            while (waits.contains(pause)) {
                wait();
            }
        } finally {
            waits.remove(pause);
            pause.end();
        }
    }
}
