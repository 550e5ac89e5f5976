// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.json.JsonObject;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.text.ProtoDuration;
import dev.longrun.wire.StatusReader;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How services write operations, lists and the parameters of requests. This is the form of nearly all of them,
 * {@code google.longrunning}; each other {@link dev.longrun.service.Dialect} is a class that overrides what differs.
 * Stateless.
 *
 * <p>Source: {@code google/longrunning/operations.proto}.
 */
class OperationDialect {
    private static final OperationDialect LONGRUNNING = new OperationDialect();

    static OperationDialect of(ServiceDefinition service) {
        return switch (service.dialect()) {
            case LONGRUNNING -> LONGRUNNING;
            case COMPUTE -> ComputeDialect.INSTANCE;
            case CONTAINER -> ContainerDialect.INSTANCE;
            case SQLADMIN -> SqladminDialect.INSTANCE;
            case DNS -> DnsDialect.INSTANCE;
        };
    }

    /**
     * The state of the operation, and the error it ended with. An error wins over a response; done without either is a
     * success.
     *
     * @throws dev.longrun.json.JsonException if the JSON does not tell
     */
    Ending ending(JsonObject json) {
        if (json.has("done") && json.bool("done").isEmpty()) {
            throw MalformedOperation.done(json);
        }
        if (!json.bool("done").orElse(false)) {
            return Ending.RUNNING;
        }
        return json.has("error") ? Ending.of(Optional.of(error(json)), Operation.State.SUCCEEDED) : Ending.SUCCEEDED;
    }

    /** A status has a code; one without is believed if it has a message, as an error of unknown code. */
    static Status error(JsonObject json) {
        return json.object("error")
                .filter(error -> error.has("code")
                        ? error.integer("code").isPresent()
                        : error.string("message").isPresent())
                .map(StatusReader::status)
                .orElseThrow(() -> MalformedOperation.error(json));
    }

    /** The facts, read where the dialect has them. */
    Facts facts(Operation operation) {
        return new MetadataFieldAliases(
                operation.name().value(), operation.json().object("metadata"));
    }

    /** The fields with the operation's name or id; any of them may be what was asked for. */
    List<String> names() {
        return List.of("name");
    }

    /** The relative name of an entry of a list; empty if the entry does not tell it. */
    Optional<String> name(OperationParent parent, JsonObject entry) {
        return entry.string("name");
    }

    /** The fields of a list, any one of which has the operations. */
    List<String> entries() {
        return List.of("operations");
    }

    /** The field of a list with the locations that were not reached. */
    String unreachable() {
        return "unreachable";
    }

    /** True for a list without operations, page token and unreachable locations. */
    boolean isEmptyList(JsonObject json) {
        return json.fields().isEmpty();
    }

    /**
     * The query of a list, not encoded; empty values are left out.
     *
     * @throws IllegalArgumentException if the service cannot do what is asked for
     */
    Map<String, String> list(ListRequest request) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("filter", request.filter());
        query.put("pageSize", request.pageSize() == 0 ? "" : Integer.toString(request.pageSize()));
        query.put("pageToken", request.pageToken());
        query.put("returnPartialSuccess", request.partialSuccess() ? "true" : "");
        return query;
    }

    /** The parameters of a wait. */
    Map<String, String> await(Duration timeout) {
        return Map.of("timeout", ProtoDuration.format(timeout));
    }

    /** The state of an operation, with its error if it ended with one. */
    record Ending(Operation.State state, @Nullable Status status) {
        static final Ending RUNNING = new Ending(Operation.State.RUNNING, null);
        static final Ending SUCCEEDED = new Ending(Operation.State.SUCCEEDED, null);

        /** Code 1 says that the work was stopped. */
        static Ending error(Status status) {
            return new Ending(
                    status.code() == Code.CANCELLED ? Operation.State.CANCELLED : Operation.State.FAILED, status);
        }

        /** @param error as a {@code google.rpc.Status}, in which code 0 is none */
        static Ending of(Optional<Status> error, Operation.State otherwise) {
            return error.filter(status -> status.number() != Code.OK.number())
                    .map(Ending::error)
                    .orElseGet(() -> new Ending(otherwise, null));
        }
    }

    /** What {@link OperationInfo} says of one operation. A fact that the service does not report is empty. */
    interface Facts {
        Optional<Instant> createTime();

        Optional<Instant> endTime();

        Optional<String> verb();

        Optional<String> target();

        Optional<String> state();

        Optional<String> user();

        Optional<String> apiVersion();

        Optional<Boolean> cancelRequested();

        Optional<OperationInfo.Progress> progress();
    }
}
