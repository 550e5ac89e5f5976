// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.json.JsonException;
import dev.longrun.json.JsonObject;
import java.time.Instant;

/**
 * An operation as one request meets it.
 *
 * @param binding of the request, which may be of a list
 */
record ServedOperation(OperationRecord record, OperationContent content, Binding binding, Instant now) {

    String name() {
        return record.name();
    }

    /** {@code o} for {@code projects/p/operations/o}. */
    String id() {
        return name().substring(name().lastIndexOf('/') + 1);
    }

    /** The name without the collection and the id. */
    String parent() {
        int operations = name().lastIndexOf("/operations/");
        return operations < 0 ? name() : name().substring(0, operations);
    }

    boolean done() {
        return record.done();
    }

    OperationState state() {
        return record.state();
    }

    Instant started() {
        return ScheduledEnd.later(state().created(), content.startDelay());
    }

    /** True if it has not ended and its start is still to come. */
    boolean isPending() {
        return !done() && now.isBefore(started());
    }

    /** The scripted metadata, for dialects that have its facts in fields of the operation; empty if it is none. */
    JsonObject facts() {
        String json = content.metadata()
                .map(metadata -> metadata.json(record, binding.version()))
                .orElse("");
        try {
            return JsonObject.parse(json.isEmpty() ? "{}" : json);
        } catch (JsonException e) {
            return JsonObject.parse("{}");
        }
    }
}
