// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.testkit.OperationState.Running;
import dev.longrun.time.TimeSource;
import dev.longrun.time.TimeSource.Scheduled;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** One operation on the server: its course, its words and its state, changed by one request at a time. */
final class StoredOperation {

    private static final Duration TICK = Duration.ofMillis(1);

    private final String name;
    private Script script;
    private OperationContent wording = OperationContent.PLAIN;
    private OperationState state;
    private int cancelRequests;

    StoredOperation(String name, Script script, Instant created) {
        this.name = name;
        this.script = script;
        this.state = new Running(created);
    }

    String name() {
        return name;
    }

    synchronized Script script() {
        return script;
    }

    synchronized void script(Script value) {
        script = value;
        notifyAll();
    }

    synchronized OperationContent wording() {
        return wording;
    }

    synchronized void wording(OperationContent value) {
        wording = value;
    }

    synchronized OperationRecord look(Instant now) {
        state = script.settle(state, now);
        return new OperationRecord(name, state, cancelRequests);
    }

    synchronized CancelBehavior cancel(Instant now) {
        cancelRequests++;
        CancelBehavior answer = script.answer(script.settle(state, now));
        state = script.cancel(state, now);
        notifyAll();
        return answer;
    }

    synchronized void delete(Instant now) {
        state = script.delete(state, now);
        notifyAll();
    }

    synchronized void wake() {
        notifyAll();
    }

    /** Blocks until it is done or gone, that much time has passed, or nobody wants to wait any more. */
    synchronized OperationRecord await(TimeSource time, Duration timeout, BooleanSupplier givenUp)
            throws InterruptedException {
        Instant end = ScheduledEnd.later(time.now(), timeout);
        while (true) {
            Instant now = time.now();
            OperationRecord record = look(now);
            if (record.done() || !isRunning() || !now.isBefore(end) || givenUp.getAsBoolean()) {
                return record;
            }
            Instant next = script.next(state);
            Duration pause = Duration.between(now, next.isBefore(end) ? next : end);
            Scheduled alarm = time.schedule(pause, this::wake);
            // A clock that was moved in between would ring the alarm late.
            if (Duration.between(now, time.now()).compareTo(TICK) <= 0) {
                wait();
            }
            alarm.cancel();
        }
    }

    private boolean isRunning() {
        return state.fold(running -> true, cancelling -> true, ended -> false, deleted -> false);
    }
}
