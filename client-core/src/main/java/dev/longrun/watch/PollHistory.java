// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.error.LongrunException;
import dev.longrun.operation.Operation;
import java.time.Duration;
import java.util.Optional;

/**
 * What a watch has read.
 *
 * @param polls how often the operation was asked for, failed reads included
 * @param elapsed since the watch began
 * @param last the newest snapshot; absent where no read came through
 * @param lastError the newest read that failed, kept even where later ones came through
 * @param current whether {@code last} is what the newest read said; a read that the end of the time cut off says
 *     nothing
 * @param cancelSeen whether any snapshot said that the server holds a request to cancel
 */
public record PollHistory(
        int polls,
        Duration elapsed,
        Optional<Operation> last,
        Optional<LongrunException> lastError,
        boolean current,
        boolean cancelSeen) {

    static final PollHistory NONE = new PollHistory(0, Duration.ZERO, Optional.empty(), Optional.empty(), false, false);

    PollHistory read(Operation operation, Duration now) {
        boolean isNew = last.filter(operation::equals).isEmpty();
        boolean cancel =
                cancelSeen || isNew && operation.info().cancelRequested().orElse(false);
        return new PollHistory(polls + 1, now, Optional.of(operation), lastError, true, cancel);
    }

    PollHistory failed(LongrunException error, Duration now) {
        return new PollHistory(polls + 1, now, last, Optional.of(error), false, cancelSeen);
    }

    PollHistory cutOff(LongrunException error, Duration now) {
        return new PollHistory(polls + 1, now, last, Optional.of(error), current, cancelSeen);
    }
}
