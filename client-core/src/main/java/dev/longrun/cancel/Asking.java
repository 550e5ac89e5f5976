// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.call.CallOptions;
import dev.longrun.cancel.CancelAnswer.Accepted;
import dev.longrun.cancel.CancelAnswer.Lost;
import dev.longrun.cancel.CancelAnswer.TurnedAway;
import dev.longrun.error.ApiException;
import dev.longrun.error.LongrunException;
import dev.longrun.service.OperationName;
import dev.longrun.time.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Puts the request, and puts it again while it comes to nothing and the operation runs as if nobody had asked. */
final class Asking {
    private final CancelTools tools;
    private final OperationName name;
    private final CancelOptions options;
    private final Deadline deadline;
    private final Steps steps;
    private final Looking looking;
    private int asked;
    private @Nullable Lost lost;

    Asking(
            CancelTools tools,
            OperationName name,
            CancelOptions options,
            Deadline deadline,
            Steps steps,
            Looking looking) {
        this.tools = tools;
        this.name = name;
        this.options = options;
        this.deadline = deadline;
        this.steps = steps;
        this.looking = looking;
    }

    /** The answer that counts. */
    CompletableFuture<CancelAnswer> ask() {
        return steps.take(() -> tools.operations().with(halfTheTime()).cancelAsync(name))
                .<CancelAnswer>thenApply(nothing -> new Accepted())
                .exceptionally(failure -> sorted(Steps.asLongrun(failure)))
                .thenCompose(this::answered);
    }

    /** Whether any request may have been carried out although its answer was lost. */
    boolean lostOne() {
        return lost != null;
    }

    private CancelAnswer sorted(LongrunException failure) {
        if (failure instanceof ApiException api && api.earlierAttemptAmbiguous()) {
            lost = new Lost(api);
        }
        return CancelAnswer.of(failure);
    }

    private CompletableFuture<CancelAnswer> answered(CancelAnswer answer) {
        if (answer instanceof Accepted) {
            return CompletableFuture.completedFuture(answer);
        }
        asked++;
        if (answer instanceof Lost newest) {
            lost = newest;
        }
        Duration scheduled = options.pollBackoff().delay(asked - 1, tools.random());
        Optional<Duration> pause = AskAgain.after(answer, asked, scheduled, timeToAsk());
        if (pause.isEmpty()) {
            return CompletableFuture.completedFuture(answer instanceof TurnedAway && lost != null ? lost : answer);
        }
        CompletableFuture<Void> paused = steps.pause(tools.time(), pause.get());
        return answer instanceof Lost
                ? paused.thenCompose(nothing -> looking.isSettled())
                        .thenCompose(settled -> settled ? CompletableFuture.completedFuture(answer) : ask())
                : paused.thenCompose(nothing -> ask());
    }

    /** A server that never answers the cancel may answer a read, so half of the time is kept for that. */
    private Duration timeToAsk() {
        return deadline.remaining().minus(options.timeout().dividedBy(2));
    }

    private CallOptions halfTheTime() {
        Duration half =
                Looking.atLeastAMoment(Duration.ofNanos(deadline.remaining().toNanos() / 2));
        Duration quarter = Looking.atLeastAMoment(Duration.ofNanos(half.toNanos() / 2));
        CallOptions usual = tools.operations().options();
        return usual.withTimeout(half)
                .withAttemptTimeout(quarter.compareTo(usual.attemptTimeout()) < 0 ? quarter : usual.attemptTimeout());
    }
}
