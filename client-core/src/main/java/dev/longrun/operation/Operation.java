// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.json.Any;
import dev.longrun.json.JsonObject;
import dev.longrun.json.StatusReader;
import dev.longrun.service.OperationName;
import java.util.Optional;
import java.util.function.Function;

/**
 * A snapshot of one {@code google.longrunning.Operation}: running, or done in one of three ways.
 *
 * <pre>{@code
 * String line = operation.fold(
 *         running -> "still at it",
 *         succeeded -> "done",
 *         failed -> "failed: " + failed.status().message(),
 *         cancelled -> "stopped");
 * }</pre>
 *
 * <p>The JSON is kept as it came, unknown fields included; metadata and response are decoded when asked for. A field
 * {@code done} that is absent means running. {@code done} with an error wins over a response, and with neither it is a
 * success without a result, as deletes on some services answer.
 *
 * <p>Source: {@code google/longrunning/operations.proto}.
 */
public sealed interface Operation {

    /** The name under which it was asked for or listed; the server may spell it otherwise in {@link #json}. */
    OperationName name();

    /** Everything the server said, verbatim. */
    JsonObject json();

    <R> R fold(
            Function<? super Running, ? extends R> running,
            Function<? super Succeeded, ? extends R> succeeded,
            Function<? super Failed, ? extends R> failed,
            Function<? super Cancelled, ? extends R> cancelled);

    default boolean done() {
        return !(this instanceof Running);
    }

    /** The service's metadata with its type, where the server sent any. */
    default Optional<Any> metadata() {
        return json().object("metadata").map(Any::of);
    }

    /** One view over the metadata of every service. */
    default OperationInfo info() {
        return OperationInfo.of(this);
    }

    /** Reads what a get or a list returned. Never refuses unknown content. */
    static Operation read(OperationName name, JsonObject json) {
        if (!json.bool("done").orElse(false)) {
            return new Running(name, json);
        }
        Optional<Status> error = json.object("error").map(StatusReader::status);
        if (error.isEmpty() || error.get().number() == Code.OK.number()) {
            return new Succeeded(name, json);
        }
        return error.get().code() == Code.CANCELLED
                ? new Cancelled(name, json, error.get())
                : new Failed(name, json, error.get());
    }

    /** Not done when it was read. */
    record Running(OperationName name, JsonObject json) implements Operation {
        @Override
        public <R> R fold(
                Function<? super Running, ? extends R> running,
                Function<? super Succeeded, ? extends R> succeeded,
                Function<? super Failed, ? extends R> failed,
                Function<? super Cancelled, ? extends R> cancelled) {
            return running.apply(this);
        }
    }

    /** Done without an error. */
    record Succeeded(OperationName name, JsonObject json) implements Operation {

        /** The result with its type; absent where the server sent none. */
        public Optional<Any> response() {
            return json.object("response").map(Any::of);
        }

        @Override
        public <R> R fold(
                Function<? super Running, ? extends R> running,
                Function<? super Succeeded, ? extends R> succeeded,
                Function<? super Failed, ? extends R> failed,
                Function<? super Cancelled, ? extends R> cancelled) {
            return succeeded.apply(this);
        }
    }

    /** Done with an error other than CANCELLED. */
    record Failed(OperationName name, JsonObject json, Status status) implements Operation {
        @Override
        public <R> R fold(
                Function<? super Running, ? extends R> running,
                Function<? super Succeeded, ? extends R> succeeded,
                Function<? super Failed, ? extends R> failed,
                Function<? super Cancelled, ? extends R> cancelled) {
            return failed.apply(this);
        }
    }

    /** Done with error code 1. The work was stopped; what it had done before is not said to be undone. */
    record Cancelled(OperationName name, JsonObject json, Status status) implements Operation {
        @Override
        public <R> R fold(
                Function<? super Running, ? extends R> running,
                Function<? super Succeeded, ? extends R> succeeded,
                Function<? super Failed, ? extends R> failed,
                Function<? super Cancelled, ? extends R> cancelled) {
            return cancelled.apply(this);
        }
    }
}
