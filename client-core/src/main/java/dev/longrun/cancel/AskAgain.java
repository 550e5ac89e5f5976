// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.cancel.CancelAnswer.Lost;
import dev.longrun.cancel.CancelAnswer.TurnedAway;
import dev.longrun.error.ApiException;
import dev.longrun.error.LongrunException;
import java.time.Duration;
import java.util.Optional;

/**
 * Decides whether a cancel that came to nothing is asked for again: a request that was lost on its way would otherwise
 * leave the operation running, and to repeat one does no harm. Pure: the clock's readings come in, a pause goes out.
 */
final class AskAgain {
    private static final int MOST_REQUESTS = 8;

    private AskAgain() {}

    /**
     * The pause before the next request, our own or the server's longer one; empty if there is to be no other.
     *
     * @param asked how many came to nothing, this one included
     * @param left of the time that is for asking
     */
    static Optional<Duration> after(CancelAnswer answer, int asked, Duration scheduled, Duration left) {
        Duration pause =
                hint(answer).filter(wish -> wish.compareTo(scheduled) > 0).orElse(scheduled);
        boolean again = mayHelp(answer) && asked < MOST_REQUESTS && pause.compareTo(left) < 0;
        return again ? Optional.of(pause) : Optional.empty();
    }

    private static boolean mayHelp(CancelAnswer answer) {
        return answer instanceof Lost || answer instanceof TurnedAway away && away.passing();
    }

    private static Optional<Duration> hint(CancelAnswer answer) {
        if (answer instanceof Lost lost) {
            return hint(lost.cause());
        }
        return answer instanceof TurnedAway away ? hint(away.cause()) : Optional.empty();
    }

    private static Optional<Duration> hint(LongrunException failure) {
        return failure instanceof ApiException api ? api.retryAfter() : Optional.empty();
    }
}
