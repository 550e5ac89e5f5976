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

    Readings readings();

    <R> R fold(
            Function<? super Done, ? extends R> done,
            Function<? super StillRunning, ? extends R> stillRunning,
            Function<? super Lost, ? extends R> lost);

    /** The finished operation, for those who want an exception otherwise. */
    default Operation orElseThrow() {
        return fold(
                Done::operation,
                running -> {
                    throw new NoAnswerException(running.name() + " was not done after "
                            + running.readings().elapsed() + " and "
                            + running.readings().polls()
                            + " reads; it runs on and can be watched again");
                },
                lost -> {
                    throw lost.cause();
                });
    }

    /** The operation is done, in whichever way. */
    record Done(OperationName name, Operation operation, Readings readings) implements WatchOutcome {
        @Override
        public <R> R fold(
                Function<? super Done, ? extends R> done,
                Function<? super StillRunning, ? extends R> stillRunning,
                Function<? super Lost, ? extends R> lost) {
            return done.apply(this);
        }
    }

    /** The time was over before a read said that it is done; perhaps no read came through at all. */
    record StillRunning(OperationName name, Readings readings) implements WatchOutcome {
        @Override
        public <R> R fold(
                Function<? super Done, ? extends R> done,
                Function<? super StillRunning, ? extends R> stillRunning,
                Function<? super Lost, ? extends R> lost) {
            return stillRunning.apply(this);
        }
    }

    /** It cannot be read any more, and trying again would not help: not found, not permitted, not bound. */
    record Lost(OperationName name, LongrunException cause, Readings readings) implements WatchOutcome {
        @Override
        public <R> R fold(
                Function<? super Done, ? extends R> done,
                Function<? super StillRunning, ? extends R> stillRunning,
                Function<? super Lost, ? extends R> lost) {
            return lost.apply(this);
        }
    }
}
