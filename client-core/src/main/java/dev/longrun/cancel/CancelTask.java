// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static java.util.Objects.requireNonNull;

import dev.longrun.call.CallOptions;
import dev.longrun.call.RetryPolicy;
import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelMachine.Action;
import dev.longrun.cancel.CancelState.Phase;
import dev.longrun.error.LongrunException;
import dev.longrun.operation.Operation;
import dev.longrun.rpc.CarriedContext;
import dev.longrun.service.OperationName;
import dev.longrun.time.Deadline;
import dev.longrun.time.TimeSource;
import dev.longrun.watch.PollHistory;
import dev.longrun.watch.WatchOptions;
import dev.longrun.watch.WatchOutcome;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The driver of one cancel: does the actions of {@link CancelMachine} and feeds it with their events, one event at a
 * time.
 *
 * <p>An event is handled on the thread that brings it: a thread that calls, or a callback thread. Timers and logs hand
 * over to the callback threads. An event that comes while another is handled is queued, so that events do not nest.
 */
final class CancelTask {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    /** How long the end of a cancel waits for a log that is slow, if the deadline is nearer. */
    private static final Duration LOG_GRACE = Duration.ofMillis(200);

    private final LroCanceller canceller;
    private final OperationName name;
    private final CancelOptions options;
    private final GuardedLog.Tracker tracker;
    private final CarriedContext context;
    private final CancelMachine machine;
    private final TimeSource time;
    private final Deadline deadline;
    private final GuardedLog log;
    private final CompletableFuture<CancelOutcome> result = new CompletableFuture<>();

    private final Queue<CancelEvent> events = new ArrayDeque<>(); // guarded by itself
    private boolean handling; // guarded by events
    private volatile CancelState state = CancelState.START; // written by the thread that handles events
    private volatile boolean finished;
    private volatile boolean stopped;
    private final AtomicInteger timers =
            new AtomicInteger(); // the number of the newest timer; written by the thread that handles events
    private volatile TimeSource.@Nullable Scheduled timer;
    private volatile @Nullable CompletableFuture<?> underWay;
    private volatile @Nullable Operation lastTold;

    /** @param context in which events are handled, so that requests, listeners and stages run in it */
    CancelTask(
            LroCanceller canceller,
            OperationName name,
            CancelOptions options,
            GuardedLog.Tracker tracker,
            CarriedContext context) {
        this.context = context;
        this.canceller = canceller;
        this.name = name;
        this.options = options;
        this.tracker = tracker;
        this.machine = new CancelMachine(name, options);
        this.time = canceller.time();
        this.deadline = Deadline.after(options.timeout(), time);
        this.log = new GuardedLog(options.writeAheadLog(), name, deadline, tracker);
    }

    /** Begins on this thread. Cancelling the future, or its timeout, stops all requests and changes nothing else. */
    CompletableFuture<CancelOutcome> start() {
        result.whenComplete((outcome, failure) -> {
            if (!finished) {
                stop();
            }
        });
        handle(CancelEvent.of(CancelEvent.Type.STARTED, deadline.elapsed()));
        return result;
    }

    private void stop() {
        stopped = true;
        handle(CancelEvent.of(CancelEvent.Type.CLOSED, deadline.elapsed())); // first: a cancelled read is an event too
        cancel(underWay);
    }

    private void handle(CancelEvent event) {
        synchronized (events) {
            events.add(event);
            if (handling) {
                return;
            }
            handling = true;
        }
        context.run(this::handleAll);
    }

    private void handleAll() {
        for (CancelEvent next = next(); next != null; next = next()) {
            try {
                step(next);
            } catch (Throwable broken) { // the event must not be lost on a thread that nothing waits for
                state = state.in(Phase.ENDED, Duration.ZERO);
                finish(null, CancelFailures.of(name, broken));
            }
        }
    }

    private @Nullable CancelEvent next() {
        synchronized (events) {
            CancelEvent event = events.poll();
            handling = event != null;
            return event;
        }
    }

    private void step(CancelEvent event) {
        cancelTimer();
        timers.incrementAndGet();
        CancelMachine.Step step = machine.step(state, event);
        state = step.state();
        if (state.phase().isPastRequests()) {
            tracker.requestsDone();
        }
        for (Action action : step.actions()) {
            perform(action);
        }
    }

    private void perform(Action action) {
        switch (action) {
            case ASK_LOG -> handle(log.previousRequest());
            case LOG_INTENT -> follow(log.intent(), state.time());
            case SEND -> send();
            case LOG_RESPONSE -> log.response(state.status());
            case PAUSE -> startTimer(state.time());
            case READ -> watch(state.time(), true);
            case WATCH -> watch(state.time(), false);
            case LOG_END -> follow(log.end(state), atLeast(LOG_GRACE, deadline.remaining()));
            case FINISH -> finish(state.outcome(), state.failure());
        }
    }

    /** Waits for the log on no thread, and for {@code limit} at most. */
    private void follow(CompletableFuture<CancelEvent> line, Duration limit) {
        if (line.isDone()) {
            handle(line.join());
        } else {
            startTimer(limit);
            line.thenAccept(event -> inCallback(() -> handle(event)));
        }
    }

    private void send() {
        if (!tracker.sending()) {
            result.cancel(false);
            return;
        }
        begin(() -> canceller.operations().with(callOptions()).cancelAsync(name))
                .whenComplete((nothing, thrown) -> {
                    CancelResponse response =
                            CancelResponse.of(thrown == null ? null : CancelFailures.of(name, thrown));
                    Duration backoff = options.requestBackoff().delay(state.requests(), canceller.random());
                    handle(CancelEvent.responded(response, backoff, deadline.elapsed()));
                });
    }

    /** One attempt: {@link CancelMachine} decides on another. */
    private CallOptions callOptions() {
        CallOptions usual = canceller.operations().options();
        Duration quarter = atLeast(SHORTEST, CancelMachine.part(options.timeout(), 4));
        return usual.withRetry(RetryPolicy.none())
                .withTimeout(atLeast(SHORTEST, state.time()))
                .withAttemptTimeout(atMost(usual.attemptTimeout(), quarter));
    }

    private void watch(Duration limit, boolean untilRead) {
        WatchOptions watch = WatchOptions.defaults()
                .withTimeout(atLeast(SHORTEST, limit))
                .withAfterCancel(!untilRead && state.status() == RequestStatus.ACCEPTED)
                .withPollBackoff(options.pollBackoff(), options.pollStretch());
        WatchOptions told = options.hasListener() ? watch.withListener(this::tell) : watch;
        WatchOptions wanted = untilRead ? told.withUntil(snapshot -> true) : told;
        begin(() -> canceller.watcher().watch(name, wanted))
                .whenComplete((outcome, thrown) -> handle(CancelEvent.read(
                        outcome != null
                                ? outcome
                                : WatchOutcome.unreadable(name, CancelFailures.of(name, thrown), PollHistory.none()),
                        deadline.elapsed())));
    }

    /** Begins a call or a watch that {@link #stop} cancels. */
    private <T> CompletableFuture<T> begin(Supplier<CompletableFuture<T>> call) {
        CompletableFuture<T> begun;
        try {
            begun = call.get();
        } catch (Throwable thrown) {
            begun = CompletableFuture.failedFuture(thrown);
        }
        underWay = begun;
        if (stopped) {
            cancel(begun);
        }
        return begun;
    }

    /** A listener that throws changes nothing. */
    private void tell(Operation snapshot) {
        if (!snapshot.equals(lastTold)) {
            lastTold = snapshot;
            try {
                options.listener().accept(snapshot);
            } catch (Throwable thrown) {
                LoggerFactory.getLogger(LroCanceller.class)
                        .warn("a listener of {} failed and was ignored", name, thrown);
            }
        }
    }

    private void startTimer(Duration delay) {
        int number = timers.get();
        timer = time.schedule(
                delay,
                () -> inCallback(() -> {
                    if (number == timers.get()) { // else an event came before it
                        handle(CancelEvent.of(CancelEvent.Type.TIMER, deadline.elapsed()));
                    }
                }));
    }

    private void cancelTimer() {
        TimeSource.Scheduled armed = timer;
        if (armed != null) {
            armed.cancel();
            timer = null;
        }
    }

    private void inCallback(Runnable task) {
        try {
            canceller.callbacks().execute(task);
        } catch (RejectedExecutionException closed) { // the cancel must end
            task.run();
        }
    }

    private void finish(@Nullable CancelOutcome outcome, @Nullable LongrunException failure) {
        finished = true;
        if (outcome != null) {
            result.complete(outcome);
        } else {
            result.completeExceptionally(requireNonNull(failure));
        }
    }

    private static void cancel(@Nullable CompletableFuture<?> future) {
        if (future != null) {
            future.cancel(false);
        }
    }

    private static Duration atLeast(Duration least, Duration value) {
        return value.compareTo(least) < 0 ? least : value;
    }

    private static Duration atMost(Duration most, Duration value) {
        return value.compareTo(most) > 0 ? most : value;
    }
}
