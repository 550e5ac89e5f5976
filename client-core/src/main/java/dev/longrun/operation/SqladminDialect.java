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
 * Cloud SQL. How a cancelled operation ends is not documented: it counts as cancelled only if an error code says so.
 * Source: its discovery document.
 */
final class SqladminDialect extends OperationDialect {
    static final OperationDialect INSTANCE = new SqladminDialect();

    private static final String INSTANCE_FILTER = "instance=";

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
    Optional<String> name(OperationParent parent, JsonObject entry) {
        return ListedName.of(parent, entry, "name");
    }

    @Override
    List<String> entries() {
        return List.of("items");
    }

    @Override
    boolean isEmptyList(JsonObject json) {
        return json.fields().isEmpty() || ListedName.isKindOfList(json);
    }

    /** The only filter is {@code instance=NAME}. */
    @Override
    Map<String, String> list(Page page) {
        String filter = page.filter();
        if (!filter.startsWith(INSTANCE_FILTER)) {
            page.refuseFilter(", or one by the instance: instance=my-instance");
        }
        Map<String, String> query = new LinkedHashMap<>();
        query.put("instance", filter.isEmpty() ? "" : filter.substring(INSTANCE_FILTER.length()));
        query.put("maxResults", page.size());
        query.put("pageToken", page.token());
        return query;
    }

    @Override
    Map<String, String> await(Duration timeout) {
        return Map.of();
    }
}
