// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.error.Code;
import dev.longrun.testkit.OperationContent.ErrorStatus;
import dev.longrun.testkit.OperationState.LifePhase;
import dev.longrun.wire.JsonWriter;
import java.util.Optional;

/** What the dialects with a {@code status} have in common. */
final class StatusFields {

    private static final String USER = "user@example.com";

    /** {@code PENDING}, {@code RUNNING} or {@code DONE}. */
    static String status(ServedOperation operation) {
        if (operation.done()) {
            return "DONE";
        }
        return operation.isPending() ? "PENDING" : "RUNNING";
    }

    /** The same with {@code ABORTING} after a cancel. */
    static String statusWithAborting(ServedOperation operation) {
        return operation.state().phase() == LifePhase.CANCELLING ? "ABORTING" : status(operation);
    }

    /** {@code startTime} once it runs, {@code endTime} once it has ended. */
    static void putTimes(JsonWriter json, ServedOperation operation) {
        if (!operation.isPending()) {
            json.put("startTime", operation.started().toString());
        }
        operation.state().ended().ifPresent(ended -> json.put("endTime", ended.toString()));
    }

    /** A field of the scripted metadata. */
    static String fact(ServedOperation operation, String field, String otherwise) {
        return operation.facts().string(field).orElse(otherwise);
    }

    static String user(ServedOperation operation) {
        return fact(operation, "user", USER);
    }

    /** 0 to 100; 100 at the end. */
    static long percent(ServedOperation operation) {
        return operation.done()
                ? 100
                : operation.facts().integer("progressPercent").orElse(0);
    }

    static String link(String host, ServedOperation operation, String name) {
        return "https://" + host + operation.binding().pathOf(name);
    }

    /** The error that it ended with; empty if it runs, or ended without one. */
    static Optional<ErrorStatus> error(ServedOperation operation) {
        return operation.state().terminalState().flatMap(ending -> switch (ending) {
            case CANCELLED -> Optional.of(OperationContent.CANCELLED);
            case FAILED -> Optional.of(operation.content().error());
            case COMPLETED, NO_RESULT -> Optional.empty();
        });
    }

    static Code code(ErrorStatus error) {
        return Code.ofNumber(error.code());
    }

    private StatusFields() {}
}
