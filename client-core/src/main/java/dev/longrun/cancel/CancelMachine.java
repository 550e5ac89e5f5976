// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static java.util.Objects.requireNonNull;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelState.Phase;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.watch.WatchOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The decisions of one cancel: a state and an event make the next state and its actions. Pure: no clock, no randomness,
 * no I/O. {@link OutcomeResolver} makes outcomes of what was read.
 *
 * <p>A request is repeated while no response says that it was taken or rejected. A request that may have been taken is
 * repeated in the first half of the time only, at most eight times, and only after a read says that the operation runs
 * without a sign of the cancel: a service that never answers the cancel may answer reads. A request that was not taken
 * is repeated for as long as a read still fits before the deadline.
 */
final class CancelMachine {
    private static final int MAX_AMBIGUOUS_REQUESTS = 8;
    private static final Duration MAX_LAST_READ = Duration.ofSeconds(1);
    private static final long NANOS_A_SECOND = Duration.ofSeconds(1).toNanos();

    private final OperationName name;
    private final CancelOptions options;

    /** The state after an event, and what is to be done now, in order. Immutable. */
    record Step(CancelState state, List<Action> actions) {

        static Step of(CancelState state, Action... actions) {
            return new Step(state, List.of(actions));
        }
    }

    /** What {@link CancelTask} does; the parameters are in the state. */
    enum Action {
        /** Ask the log for the request of an earlier process. */
        ASK_LOG,
        /** Log that a request will be sent, and wait for the line for the state's {@code time} at most. */
        LOG_INTENT,
        /** Send a cancel request, within the state's {@code time}. */
        SEND,
        /** Log the status of the requests; not waited for. */
        LOG_RESPONSE,
        /** Wait for the state's {@code time}. */
        PAUSE,
        /** Read until one snapshot is there, for the state's {@code time} at most. */
        READ,
        /** Read until the operation has ended, for the state's {@code time} at most. */
        WATCH,
        /** Log the outcome or the failure. */
        LOG_END,
        /** Give the outcome or the failure to the caller. */
        FINISH
    }

    CancelMachine(OperationName name, CancelOptions options) {
        this.name = name;
        this.options = options;
    }

    Step step(CancelState state, CancelEvent event) {
        if (state.phase() == Phase.ENDED) {
            return Step.of(state);
        } else if (event.type() == CancelEvent.Type.CLOSED) {
            return Step.of(state.in(Phase.ENDED, Duration.ZERO));
        }
        if (!waitsFor(state.phase(), event.type())) {
            return Step.of(state); // it came too late
        }
        return switch (state.phase()) {
            case STARTING -> start(state, event);
            case ASKING_LOG -> previousKnown(state, event);
            case READING_FIRST -> readFirst(read(state, event), event);
            case LOGGING_INTENT -> intentLogged(state, event);
            case SENDING -> responded(state, event);
            case PAUSING -> state.status().mayHaveTakenEffect() ? check(state, event) : send(state, event);
            case CHECKING -> checked(read(state, event), event);
            case EXPLAINING -> end(OutcomeResolver.afterRejection(name, read(state, event), event), Action.LOG_END);
            case WATCHING -> end(OutcomeResolver.afterWatch(name, read(state, event), event), Action.LOG_END);
            case LOGGING_END, ENDED -> Step.of(state.in(Phase.ENDED, Duration.ZERO), Action.FINISH);
        };
    }

    private static boolean waitsFor(Phase phase, CancelEvent.Type type) {
        return switch (type) {
            case STARTED -> phase == Phase.STARTING;
            case PREVIOUS_KNOWN -> phase == Phase.ASKING_LOG;
            case LOG_WRITTEN -> phase == Phase.LOGGING_INTENT || phase == Phase.LOGGING_END;
            case LOG_FAILED -> phase == Phase.ASKING_LOG || phase == Phase.LOGGING_INTENT || phase == Phase.LOGGING_END;
            case READ ->
                phase == Phase.READING_FIRST
                        || phase == Phase.CHECKING
                        || phase == Phase.EXPLAINING
                        || phase == Phase.WATCHING;
            case RESPONDED -> phase == Phase.SENDING;
            case TIMER -> phase == Phase.PAUSING || phase == Phase.LOGGING_INTENT || phase == Phase.LOGGING_END;
            case CLOSED -> true;
        };
    }

    private Step start(CancelState state, CancelEvent event) {
        return !name.hasCancel() || options.strict() && !name.isCancelDocumented()
                ? end(OutcomeResolver.keptBack(name, state, event), Action.LOG_END)
                : Step.of(state.in(Phase.ASKING_LOG, Duration.ZERO), Action.ASK_LOG);
    }

    private Step previousKnown(CancelState state, CancelEvent event) {
        if (event.type() == CancelEvent.Type.LOG_FAILED) {
            return end(state.with(event.cause()), Action.LOG_END);
        }
        RequestStatus previous = event.previous();
        CancelState known = previous == null ? state : state.with(previous);
        return previous != null || options.readFirst()
                ? Step.of(known.in(Phase.READING_FIRST, remaining(event)), Action.READ)
                : intend(known, event);
    }

    private Step readFirst(CancelState state, CancelEvent event) {
        WatchOutcome watched = event.watched();
        if (watched.kind() == WatchOutcome.Kind.DONE) {
            Operation operation = watched.orElseThrow();
            return operation.done()
                    ? end(OutcomeResolver.ended(name, state, event), Action.LOG_END)
                    : intend(state, event);
        } else if (OutcomeResolver.isNotFound(watched)) {
            return end(OutcomeResolver.notFound(name, state, event), Action.LOG_END);
        }
        return end(OutcomeResolver.notReadFirst(name, state, event), Action.LOG_END);
    }

    /** While the log is waited for nothing is read; what an earlier process asked for is watched in half the time. */
    private Step intend(CancelState state, CancelEvent event) {
        Duration limit = state.status().mayHaveTakenEffect() ? half(remaining(event)) : remaining(event);
        return Step.of(state.in(Phase.LOGGING_INTENT, limit), Action.LOG_INTENT);
    }

    private Step intentLogged(CancelState state, CancelEvent event) {
        boolean perhapsTaken = state.status().mayHaveTakenEffect(); // the request of an earlier process
        if (event.type() == CancelEvent.Type.LOG_FAILED && !perhapsTaken) {
            return end(state.with(event.cause()), Action.LOG_END);
        } else if (remaining(event).isZero() || event.type() == CancelEvent.Type.TIMER && !perhapsTaken) {
            return end(OutcomeResolver.lateLog(name, state, event), Action.LOG_END);
        }
        return event.type() == CancelEvent.Type.LOG_WRITTEN ? send(state, event) : watch(state, event);
    }

    /** The request may wait for a permit of the rate limiter, but not for so long that no read follows. */
    private Step send(CancelState state, CancelEvent event) {
        Duration wanted = state.status().mayHaveTakenEffect()
                ? askingTime(event).plus(part(options.timeout(), 4))
                : atLeastZero(remaining(event).minus(timeOfLastRead()));
        Duration limit = wanted.compareTo(remaining(event)) < 0 ? wanted : remaining(event);
        return Step.of(state.with(state.reads().beforeRequest()).in(Phase.SENDING, limit), Action.SEND);
    }

    private Step responded(CancelState before, CancelEvent event) {
        CancelResponse response = event.response();
        CancelState state = before.with(response, ids(before, response));
        boolean ambiguous = response.kind() == CancelResponse.Kind.AMBIGUOUS || response.earlierAttemptAmbiguous();
        if (ambiguous && state.status() != RequestStatus.ACCEPTED) {
            state = state.with(RequestStatus.AMBIGUOUS);
        }
        boolean perhapsTaken = state.status().mayHaveTakenEffect();
        return switch (response.kind()) {
            case ACCEPTED -> watch(state.with(RequestStatus.ACCEPTED), event, Action.LOG_RESPONSE);
            case AMBIGUOUS, RETRY_LATER -> againOrWatch(state, event);
            case REJECTED, NO_METHOD, NO_OPERATION ->
                perhapsTaken
                        ? watch(state, event, Action.LOG_RESPONSE)
                        : Step.of(
                                state.with(RequestStatus.REJECTED).in(Phase.EXPLAINING, remaining(event)),
                                Action.LOG_RESPONSE,
                                Action.READ);
            case DENIED ->
                perhapsTaken
                        ? watch(state, event, Action.LOG_RESPONSE)
                        : end(state.with(requireNonNull(response.cause())), Action.LOG_END);
        };
    }

    private Step againOrWatch(CancelState state, CancelEvent event) {
        Duration pause = event.response()
                .retryAfter()
                .filter(hint -> hint.compareTo(event.backoff()) > 0)
                .orElse(event.backoff());
        boolean perhapsTaken = state.status().mayHaveTakenEffect();
        boolean again = perhapsTaken
                ? state.requests() < MAX_AMBIGUOUS_REQUESTS && pause.compareTo(askingTime(event)) < 0
                : pause.compareTo(remaining(event).minus(timeOfLastRead())) < 0;
        if (again) {
            return Step.of(state.in(Phase.PAUSING, pause), Action.PAUSE);
        }
        return perhapsTaken ? watch(state, event, Action.LOG_RESPONSE) : watch(state, event);
    }

    private Step check(CancelState state, CancelEvent event) {
        return Step.of(state.in(Phase.CHECKING, half(askingTime(event))), Action.READ);
    }

    private Step checked(CancelState state, CancelEvent event) {
        WatchOutcome watched = event.watched();
        if (watched.kind() == WatchOutcome.Kind.DONE && watched.orElseThrow().done()) {
            return end(OutcomeResolver.ended(name, state, event), Action.LOG_RESPONSE, Action.LOG_END);
        } else if (OutcomeResolver.isNotFound(watched)) {
            return end(OutcomeResolver.notFound(name, state, event), Action.LOG_RESPONSE, Action.LOG_END);
        }
        boolean settled = state.reads().acknowledged() || askingTime(event).isZero();
        return settled ? watch(state, event, Action.LOG_RESPONSE) : send(state, event);
    }

    private Step watch(CancelState state, CancelEvent event, Action... before) {
        List<Action> actions = new ArrayList<>(List.of(before));
        actions.add(Action.WATCH);
        return new Step(state.in(Phase.WATCHING, remaining(event)), actions);
    }

    private static Step end(CancelState state, Action... actions) {
        return Step.of(state, actions);
    }

    private static CancelState read(CancelState state, CancelEvent event) {
        return state.with(state.reads().plus(event.watched(), event.elapsed()));
    }

    private static List<String> ids(CancelState state, CancelResponse response) {
        List<String> ids = new ArrayList<>(state.requestIds());
        if (response.rejection() != null) {
            response.rejection().requestId().ifPresent(ids::add);
        }
        return ids;
    }

    private Duration remaining(CancelEvent event) {
        return atLeastZero(options.timeout().minus(event.elapsed()));
    }

    /** What is left of the first half of the time. */
    private Duration askingTime(CancelEvent event) {
        return atLeastZero(half(options.timeout()).minus(event.elapsed()));
    }

    /** The time that is kept so that a read can tell what the operation does in the end. */
    private Duration timeOfLastRead() {
        Duration share = part(options.timeout(), 20);
        return share.compareTo(MAX_LAST_READ) < 0 ? share : MAX_LAST_READ;
    }

    private static Duration half(Duration time) {
        return part(time, 2);
    }

    /** As {@link Duration#dividedBy}, which calculates with decimal numbers and takes far longer. */
    static Duration part(Duration time, int parts) {
        long rest = time.getSeconds() % parts;
        return Duration.ofSeconds(time.getSeconds() / parts, (rest * NANOS_A_SECOND + time.getNano()) / parts);
    }

    private static Duration atLeastZero(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }
}
