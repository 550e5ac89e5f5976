// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.json.JsonObject;
import dev.longrun.service.OperationParent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compute Engine and its relatives. An operation may be asked for by its name and by its numeric id; lists are called
 * {@code items}, by Deployment Manager {@code operations}. Source: their discovery documents.
 */
final class ComputeDialect extends OperationDialect {
    static final OperationDialect INSTANCE = new ComputeDialect();

    private static final int LARGEST_PAGE = 500;

    @Override
    Ending ending(JsonObject json) {
        if (!StatusField.isDone(json)) {
            return Ending.RUNNING;
        }
        return Ending.of(ErrorList.of(json), true);
    }

    @Override
    Facts facts(String name, JsonObject operation) {
        return new TopLevelFacts(operation);
    }

    @Override
    List<String> names() {
        return List.of("name", "id");
    }

    @Override
    Optional<String> name(OperationParent parent, JsonObject entry) {
        return ListedName.of(parent, entry, "name");
    }

    @Override
    List<String> entries() {
        return List.of("items", "operations");
    }

    @Override
    String unreachable() {
        return "unreachables";
    }

    @Override
    boolean isEmptyList(JsonObject json) {
        return json.fields().isEmpty() || ListedName.isKindOfList(json);
    }

    @Override
    Map<String, String> list(Page page) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("filter", page.filter());
        query.put("maxResults", atMost(page.size()));
        query.put("pageToken", page.token());
        query.put("returnPartialSuccess", page.partialSuccess() ? "true" : "");
        return query;
    }

    private static String atMost(String size) {
        return size.isEmpty() ? "" : Integer.toString(Math.min(Integer.parseInt(size), LARGEST_PAGE));
    }

    /** None: the service answers when the operation is done, and after two minutes at the latest. */
    @Override
    Map<String, String> await(Duration timeout) {
        return Map.of();
    }
}
