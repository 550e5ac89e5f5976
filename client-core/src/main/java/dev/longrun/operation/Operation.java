// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.json.Any;
import dev.longrun.json.JsonObject;
import dev.longrun.service.OperationName;
import dev.longrun.wire.StatusReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of one {@code google.longrunning.Operation}: running, or done in one of three ways.
 *
 * <pre>{@code
 * String line = switch (operation.state()) {
 *     case RUNNING -> "runs since " + operation.info().createTime();
 *     case SUCCEEDED -> "succeeded: " + operation.response();
 *     case FAILED, CANCELLED -> "ended: " + operation.status().orElseThrow().message();
 * };
 * }</pre>
 *
 * <p>The JSON is kept as it came, unknown fields included; metadata and response are decoded on demand. An operation
 * without a field {@code done} is running. An error wins over a response. {@code done} without either is a success
 * without a result: some services answer deletes so. Immutable and thread-safe.
 *
 * <p>Source: {@code google/longrunning/operations.proto}.
 */
public final class Operation {

    /** The state of an operation at the time of the read. */
    public enum State {
        /** Not done. */
        RUNNING,
        /** Done without an error. */
        SUCCEEDED,
        /** Done with an error other than {@code CANCELLED}. */
        FAILED,
        /** Done with error code 1. The work was stopped; what it had done before is not undone. */
        CANCELLED
    }

    private final OperationName name;
    private final JsonObject json;
    private final State state;
    private final @Nullable Status status;

    private Operation(OperationName name, JsonObject json, State state, @Nullable Status status) {
        this.name = name;
        this.json = json;
        this.state = state;
        this.status = status;
    }

    /**
     * Reads the response of a get, or one element of a list. Accepts unknown content.
     *
     * @param name the operation that the JSON describes; a name in the JSON is not compared with it
     * @throws dev.longrun.json.JsonException if {@code done} is not a boolean, or it is done with an {@code error} that
     *     is not a {@code google.rpc.Status}: the state is then not known
     */
    public static Operation read(OperationName name, JsonObject json) {
        if (json.has("done") && json.bool("done").isEmpty()) {
            throw MalformedOperation.done(json);
        }
        if (!json.bool("done").orElse(false)) {
            return new Operation(name, json, State.RUNNING, null);
        }
        Status status = json.has("error") ? status(json) : null;
        if (status == null || status.number() == Code.OK.number()) {
            return new Operation(name, json, State.SUCCEEDED, null);
        }
        return new Operation(name, json, status.code() == Code.CANCELLED ? State.CANCELLED : State.FAILED, status);
    }

    /** A status has a code; one without is believed if it has a message, as an error of unknown code. */
    private static Status status(JsonObject json) {
        return json.object("error")
                .filter(error -> error.has("code")
                        ? error.integer("code").isPresent()
                        : error.string("message").isPresent())
                .map(StatusReader::status)
                .orElseThrow(() -> MalformedOperation.error(json));
    }

    /** As {@link #read}, if the JSON is the operation that was asked for. */
    static Operation readResponse(OperationName asked, JsonObject json) {
        String name = json.string("name").orElse("");
        if (name.isEmpty()) {
            throw MalformedOperation.unnamed(json);
        }
        if (!hasSameId(name, asked.value())) {
            throw MalformedOperation.another(asked, name);
        }
        return read(asked, json);
    }

    /** Compares the last segments. The others may differ: a server may write a project's number for its id. */
    private static boolean hasSameId(String name, String other) {
        int start = name.lastIndexOf('/') + 1;
        int otherStart = other.lastIndexOf('/') + 1;
        int length = name.length() - start;
        return length == other.length() - otherStart && name.regionMatches(start, other, otherStart, length);
    }

    /** The same snapshot under another spelling of its name, or by another route. */
    public Operation withName(OperationName value) {
        return new Operation(value, json, state, status);
    }

    /** The name that was asked for or listed; the server may spell it differently in {@link #json}. */
    public OperationName name() {
        return name;
    }

    /** The server's JSON, verbatim. */
    public JsonObject json() {
        return json;
    }

    public State state() {
        return state;
    }

    /** True for every state but {@link State#RUNNING}. */
    public boolean done() {
        return state != State.RUNNING;
    }

    /** The error it ended with; present if and only if it failed or was cancelled. */
    public Optional<Status> status() {
        return Optional.ofNullable(status);
    }

    /** The service's metadata with its type; empty where the server sent none. */
    public Optional<Any> metadata() {
        return json.object("metadata").map(Any::of);
    }

    /** The result with its type; empty unless the operation succeeded and the server sent one. */
    public Optional<Any> response() {
        return state == State.SUCCEEDED ? json.object("response").map(Any::of) : Optional.empty();
    }

    /** One view over the metadata of every service. */
    public OperationInfo info() {
        return OperationInfo.of(this);
    }

    /** True for a snapshot of the same operation with the same JSON text. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Operation that && name.equals(that.name) && json.equals(that.json);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + json.hashCode();
    }

    /** {@code projects/p/locations/l/operations/o: RUNNING}. */
    @Override
    public String toString() {
        return name + ": " + state;
    }
}
