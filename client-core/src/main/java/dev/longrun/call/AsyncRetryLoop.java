// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.call.RetryDecision.Reason;
import dev.longrun.call.RetryingCall.NextAction;
import dev.longrun.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The loop that does not block: turn, thread, attempt, pause, and again. Ends when its result is complete, whoever
 * completed it.
 */
final class AsyncRetryLoop<T> {
    private final RpcClient caller;
    private final RetryingCall call;
    private final Function<HttpResponse, T> reader;
    private final CompletableFuture<T> result = new CompletableFuture<>();

    AsyncRetryLoop(RpcClient caller, RetryingCall call, Function<HttpResponse, T> reader) {
        this.caller = caller;
        this.call = call;
        this.reader = reader;
    }

    CompletableFuture<T> start() {
        enter();
        return result;
    }

    private void enter() {
        after(caller.turn(call), turn -> {
            if (turn) {
                queue();
            } else {
                elsewhere(() -> step(false));
            }
        });
    }

    private void queue() {
        CompletableFuture<Boolean> thread = new CompletableFuture<>();
        after(thread, inTime -> {
            if (inTime) {
                step(true);
            } else {
                elsewhere(() -> giveUp(Reason.DEADLINE));
            }
        });
        try {
            caller.thread(call, thread);
        } catch (RejectedExecutionException closed) {
            elsewhere(() -> giveUp(Reason.CLOSED));
        }
    }

    private void giveUp(Reason reason) {
        result.completeExceptionally(call.giveUp(reason));
    }

    private void step(boolean turn) {
        NextAction step = caller.next(call, turn);
        if (step instanceof NextAction.Answer answer) {
            result.complete(call.read(answer.response(), reader));
        } else if (step instanceof NextAction.Failure failure) {
            result.completeExceptionally(failure.exception());
        } else {
            after(caller.pause((NextAction.Pause) step), over -> enter());
        }
    }

    /** Whoever cancels the result ends the wait, and with it leaves the queue. */
    private void after(CompletableFuture<Boolean> wait, Consumer<Boolean> then) {
        result.whenComplete((value, failure) -> wait.cancel(false));
        wait.thenAccept(ended -> guarded(() -> then.accept(ended)));
    }

    /** Nothing may be thrown where only a timer would hear of it. */
    private void guarded(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException | Error unexpected) {
            result.completeExceptionally(unexpected);
        }
    }

    /** Not on a timer's thread, as what the caller does then may take its time. */
    private void elsewhere(Runnable part) {
        caller.callbacks().execute(() -> guarded(part));
    }
}
