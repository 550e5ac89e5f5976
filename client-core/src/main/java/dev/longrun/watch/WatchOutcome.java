// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.error.LongrunException;
import dev.longrun.error.NoAnswerException;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import java.util.function.Function;

/** How a watch ended. That time ran out is an outcome, not an exception. */
public sealed interface WatchOutcome {
    OperationName name();

    PollHistory readings();

    <R> R fold(
            Function<? super Done, ? extends R> done,
            Function<? super TimedOut, ? extends R> timedOut,
            Function<? super Lost, ? extends R> lost);

    /** The finished operation, for those who want an exception otherwise. */
    default Operation orElseThrow() {
        return fold(
                Done::operation,
                timedOut -> {
                    throw timedOut.exception();
                },
                lost -> {
                    throw lost.cause();
                });
    }

    /** The operation is done, in whichever way. */
    record Done(OperationName name, Operation operation, PollHistory readings) implements WatchOutcome {
        @Override
        public <R> R fold(
                Function<? super Done, ? extends R> done,
                Function<? super TimedOut, ? extends R> timedOut,
                Function<? super Lost, ? extends R> lost) {
            return done.apply(this);
        }
    }

    /**
     * The time was over before a read said that it is done; perhaps no read came through at all, as the readings tell.
     */
    record TimedOut(OperationName name, PollHistory readings) implements WatchOutcome {
        @Override
        public <R> R fold(
                Function<? super Done, ? extends R> done,
                Function<? super TimedOut, ? extends R> timedOut,
                Function<? super Lost, ? extends R> lost) {
            return timedOut.apply(this);
        }

        private NoAnswerException exception() {
            String reads = readings.polls() + " reads in " + readings.elapsed();
            String message = readings.current()
                    ? name + " ran when it was last read, after " + reads + "; it can be watched again"
                    : name + " could not be read in the end, after " + reads + "; whether it runs is not known";
            return new NoAnswerException(message, readings.lastError().orElse(null));
        }
    }

    /** It cannot be read any more, and trying again would not help: not found, not permitted, not bound. */
    record Lost(OperationName name, LongrunException cause, PollHistory readings) implements WatchOutcome {
        @Override
        public <R> R fold(
                Function<? super Done, ? extends R> done,
                Function<? super TimedOut, ? extends R> timedOut,
                Function<? super Lost, ? extends R> lost) {
            return lost.apply(this);
        }
    }
}
