// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.json.JsonObject;
import dev.longrun.service.OperationParent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Google Kubernetes Engine. Its definition of {@code DONE} is "either cancelled or completed", so without an error it
 * tells neither; {@code ABORTING} says that a cancel has been noted. Source: its discovery document.
 */
final class ContainerDialect extends OperationDialect {
    static final OperationDialect INSTANCE = new ContainerDialect();

    @Override
    Ending ending(JsonObject json) {
        return StatusField.isDone(json) ? Ending.of(anyError(json), false) : Ending.RUNNING;
    }

    /** The deprecated {@code statusMessage} describes the error of an operation that ended with one. */
    private static Optional<Status> anyError(JsonObject json) {
        return json.has("error")
                ? Optional.of(error(json))
                : json.string("statusMessage")
                        .filter(message -> !message.isEmpty())
                        .map(message -> Status.of(Code.UNKNOWN, message));
    }

    @Override
    Facts facts(String name, JsonObject operation) {
        return new TopLevelFacts(operation) {
            @Override
            public Optional<Boolean> cancelRequested() {
                return state().filter("ABORTING"::equals).map(aborting -> true);
            }

            @Override
            public Optional<Amounts> progress() {
                return operation.object("progress").flatMap(ProgressMetrics::of);
            }
        };
    }

    @Override
    Optional<String> name(OperationParent parent, JsonObject entry) {
        return ListedName.of(parent, entry, "name");
    }

    @Override
    String unreachable() {
        return "missingZones";
    }

    /** None: the service answers with all operations at once. */
    @Override
    Map<String, String> list(Page page) {
        page.refuseFilter("");
        return Map.of();
    }

    @Override
    Map<String, String> await(Duration timeout) {
        return Map.of();
    }
}
