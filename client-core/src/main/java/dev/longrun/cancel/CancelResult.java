// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.error.LongrunException;
import dev.longrun.service.OperationName;
import java.util.function.Function;

/** What one of many cancels came to: an outcome, or the exception that a single cancel would have thrown. */
public sealed interface CancelResult {
    OperationName name();

    <R> R fold(Function<? super Told, ? extends R> told, Function<? super Failed, ? extends R> failed);

    /** One line for people. */
    default String describe() {
        return fold(
                told -> told.outcome().describe(),
                failed -> failed.name() + ": nothing was asked for: "
                        + failed.cause().getMessage());
    }

    /** It is known what became of the operation, as far as it can be. */
    record Told(CancelOutcome outcome) implements CancelResult {
        @Override
        public OperationName name() {
            return outcome.name();
        }

        @Override
        public <R> R fold(Function<? super Told, ? extends R> told, Function<? super Failed, ? extends R> failed) {
            return told.apply(this);
        }
    }

    /**
     * Nothing was asked for: never sent, not permitted, or turned away for its rate. The operation is left as it was.
     */
    record Failed(OperationName name, LongrunException cause) implements CancelResult {
        @Override
        public <R> R fold(Function<? super Told, ? extends R> told, Function<? super Failed, ? extends R> failed) {
            return failed.apply(this);
        }
    }
}
