// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.json.JsonException;
import dev.longrun.json.JsonObject;
import dev.longrun.name.InvalidNameException;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads one page of a list, and tells its operations from what else a server may send in their place. */
final class ListResponse {
    private final OperationParent parent;
    private final List<Operation> operations = new ArrayList<>();
    private final List<String> unusable = new ArrayList<>();

    private ListResponse(OperationParent parent) {
        this.parent = parent;
    }

    /** @throws JsonException if it is no response to a list */
    static OperationPage read(OperationParent parent, JsonObject json) {
        check(json);
        ListResponse response = new ListResponse(parent);
        List<JsonObject> entries = json.objects("operations");
        entries.forEach(response::add);
        int others = json.size("operations") - entries.size();
        response.unusable.addAll(Collections.nCopies(others, "an entry that is no JSON object"));
        return OperationPage.of(response.operations)
                .withNextPageToken(json.string("nextPageToken").orElse(""))
                .withUnreachable(json.strings("unreachable"))
                .withUnusable(response.unusable);
    }

    /** Other JSON must not look like an empty list: "nothing to cancel" would be wrong. */
    private static void check(JsonObject json) {
        OperationResponse.requireNoError(json);
        boolean isList = json.has("operations") || json.has("nextPageToken") || json.has("unreachable");
        if (!isList && !json.fields().isEmpty()) {
            throw MalformedOperation.noList(json);
        }
        requireType(json, "operations", "[");
        requireType(json, "unreachable", "[");
        requireType(json, "nextPageToken", "\"");
    }

    private static void requireType(JsonObject json, String field, String begins) {
        if (json.has(field) && !json.raw(field).orElse("").startsWith(begins)) {
            throw MalformedOperation.field(json, field, begins.equals("[") ? "an array" : "a string");
        }
    }

    /** Each operation has its own copy of its bytes, so that keeping one does not keep the page. */
    private void add(JsonObject entry) {
        try {
            OperationName name = parent.operation(entry.string("name").orElse(""));
            if (parent.contains(name)) {
                operations.add(Operation.read(name, entry.detached()));
            } else {
                unusable.add(MalformedOperation.entry(entry, "not an operation of " + parent));
            }
        } catch (InvalidNameException unnamed) {
            unusable.add(MalformedOperation.entry(entry, "no operation has such a name"));
        } catch (JsonException unreadable) {
            unusable.add(MalformedOperation.entry(entry, unreadable.getMessage()));
        }
    }
}
