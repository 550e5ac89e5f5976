// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.json.JsonObject;
import dev.longrun.service.OperationParent;
import dev.longrun.text.ProtoDuration;
import dev.longrun.text.SafeText;
import dev.longrun.wire.StatusReader;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How services write operations, lists and the parameters of requests. This is the form of nearly all of them,
 * {@code google.longrunning}; each other {@link dev.longrun.service.Dialect} is a class that overrides what differs.
 * Stateless.
 *
 * <p>Source: {@code google/longrunning/operations.proto}.
 */
class OperationDialect {
    static final OperationDialect LONGRUNNING = new OperationDialect();

    private static final List<String> NAMES = List.of("name");

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
        return json.has("error") ? Ending.of(Optional.of(error(json)), true) : Ending.SUCCEEDED;
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

    /**
     * The facts, read where the dialect has them.
     *
     * @param name of the operation
     */
    Facts facts(String name, JsonObject operation) {
        return new MetadataFieldAliases(name, operation.object("metadata"));
    }

    /** The fields with the operation's name or id; any of them may be what was asked for. */
    List<String> names() {
        return NAMES;
    }

    /** The relative name of an entry of a list; empty if the entry does not tell it. */
    Optional<String> name(OperationParent parent, JsonObject entry) {
        return entry.string("name");
    }

    /** The fields of a list, any one of which has the operations. */
    List<String> entries() {
        return List.of("operations");
    }

    /** The objects of a list that have the operations: the list itself, or one for each place. */
    List<JsonObject> parts(JsonObject list) {
        return List.of(list);
    }

    /** The field of a list with the locations that were not reached. */
    String unreachable() {
        return "unreachable";
    }

    /** All locations that a list says were not reached. */
    List<String> unreachable(JsonObject list) {
        return list.strings(unreachable());
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
    Map<String, String> list(Page page) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("filter", page.filter());
        query.put("pageSize", page.size());
        query.put("pageToken", page.token());
        query.put("returnPartialSuccess", page.partialSuccess() ? "true" : "");
        return query;
    }

    /** The parameters of a wait. */
    Map<String, String> await(Duration timeout) {
        return Map.of("timeout", ProtoDuration.format(timeout));
    }

    /**
     * Whether an operation has ended, and how.
     *
     * @param error it ended with
     * @param told false if an end without an error may be that of a cancelled operation
     */
    record Ending(boolean done, @Nullable Status error, boolean told) {
        static final Ending RUNNING = new Ending(false, null, true);
        static final Ending SUCCEEDED = new Ending(true, null, true);

        /** @param error as a {@code google.rpc.Status}, in which code 0 is none */
        static Ending of(Optional<Status> error, boolean told) {
            Status status =
                    error.filter(some -> some.number() != Code.OK.number()).orElse(null);
            return new Ending(true, status, told);
        }
    }

    /**
     * What is asked of a list.
     *
     * @param service as in messages
     * @param parent its name
     * @param size empty for the server's choice
     */
    record Page(String service, String parent, String filter, String size, String token, boolean partialSuccess) {

        /** @param choices what filters there are, as a part of the message */
        void refuseFilter(String choices) {
            if (!filter.isEmpty()) {
                throw new IllegalArgumentException(
                        "%s list: filter must be empty%s; got %s".formatted(service, choices, SafeText.quoted(filter)));
            }
        }
    }

    /** The progress of an operation, as numbers. */
    record Amounts(OptionalDouble percent, OptionalLong done, OptionalLong failed, OptionalLong total) {

        boolean isEmpty() {
            return percent.isEmpty() && done.isEmpty() && failed.isEmpty() && total.isEmpty();
        }
    }

    /** The facts about one operation under one set of names. A fact that the service does not report is empty. */
    interface Facts {
        Optional<Instant> createTime();

        Optional<Instant> endTime();

        Optional<String> verb();

        Optional<String> target();

        Optional<String> state();

        Optional<String> user();

        Optional<String> apiVersion();

        Optional<Boolean> cancelRequested();

        Optional<Amounts> progress();
    }
}
