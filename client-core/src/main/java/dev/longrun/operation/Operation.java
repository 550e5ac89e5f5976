// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.json.Any;
import dev.longrun.json.JsonObject;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of one operation: running, or done in one of four ways.
 *
 * <pre>{@code
 * String line = switch (operation.state()) {
 *     case RUNNING -> "runs since " + operation.info().createTime();
 *     case SUCCEEDED -> "succeeded: " + operation.response();
 *     case FAILED, CANCELLED -> "ended: " + operation.status().orElseThrow().message();
 *     case ENDED -> "ended; the service does not tell how";
 * };
 * }</pre>
 *
 * <p>The JSON is kept as it came, unknown fields included; metadata and response are decoded on demand. The service's
 * {@link dev.longrun.service.Dialect} says how the state is read. In {@code google.longrunning} an operation without a
 * field {@code done} is running, an error wins over a response, and {@code done} without either is a success without a
 * result: some services answer deletes so. Immutable and thread-safe.
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
        CANCELLED,
        /**
         * Done without an error, where the service's own definition says that this may mean completed or cancelled
         * (GKE: "either cancelled or completed").
         */
        ENDED
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
     * Reads the response of a get, or one element of a list, in the dialect of the name's service. Accepts unknown
     * content.
     *
     * @param name the operation that the JSON describes; a name in the JSON is not compared with it
     * @throws dev.longrun.json.JsonException if the state is not known: {@code done} is not a boolean, there is no
     *     {@code status} where the dialect has one, or it is done with an {@code error} that cannot be read
     */
    public static Operation read(OperationName name, JsonObject json) {
        OperationDialect.Ending ending = dialect(name.service()).ending(json);
        return new Operation(name, json, state(ending), ending.error());
    }

    private static State state(OperationDialect.Ending ending) {
        if (!ending.done()) {
            return State.RUNNING;
        }
        Status error = ending.error();
        if (error == null) {
            return ending.told() ? State.SUCCEEDED : State.ENDED;
        }
        return error.code() == Code.CANCELLED ? State.CANCELLED : State.FAILED;
    }

    /** The class that knows how the service writes operations. */
    static OperationDialect dialect(ServiceDefinition service) {
        return switch (service.dialect()) {
            case LONGRUNNING -> OperationDialect.LONGRUNNING;
            case COMPUTE -> ComputeDialect.INSTANCE;
            case CONTAINER -> ContainerDialect.INSTANCE;
            case SQLADMIN -> SqladminDialect.INSTANCE;
            case DNS -> DnsDialect.INSTANCE;
        };
    }

    /** As {@link #read}, if the JSON is the operation that was asked for. */
    static Operation readResponse(OperationName asked, JsonObject json) {
        String other = "";
        for (String field : dialect(asked.service()).names()) {
            String name = json.string(field).orElse("");
            if (hasSameId(name, asked.value())) {
                return read(asked, json);
            }
            other = other.isEmpty() ? name : other;
        }
        throw other.isEmpty() ? MalformedOperation.unnamed(json) : MalformedOperation.another(asked, other);
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
