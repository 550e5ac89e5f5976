// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.json.JsonObject;
import dev.longrun.service.OperationParent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Cloud DNS: an operation has an {@code id}, no end time and no error. Source: its discovery documents. */
final class DnsDialect extends OperationDialect {
    static final OperationDialect INSTANCE = new DnsDialect();

    @Override
    Ending ending(JsonObject json) {
        return StatusField.isDone(json) ? Ending.SUCCEEDED : Ending.RUNNING;
    }

    @Override
    Facts facts(String name, JsonObject operation) {
        return new TopLevelFacts(operation) {
            @Override
            public Optional<String> target() {
                return changed(operation, "zoneContext", "name").or(() -> changed(operation, "dnsKeyContext", "id"));
            }
        };
    }

    /** What the operation works on, as it is afterwards or was before. */
    private static Optional<String> changed(JsonObject json, String context, String name) {
        return json.object(context).stream()
                .flatMap(values -> Stream.of("newValue", "oldValue").flatMap(value -> values.object(value).stream()))
                .flatMap(resource -> resource.string(name).stream())
                .findFirst();
    }

    @Override
    List<String> names() {
        return List.of("id");
    }

    @Override
    Optional<String> name(OperationParent parent, JsonObject entry) {
        return ListedName.of(parent, entry, "id");
    }

    /** Some versions answer with a {@code header} alone. */
    @Override
    boolean isEmptyList(JsonObject json) {
        return json.fields().isEmpty() || json.has("header") || ListedName.isKindOfList(json);
    }

    @Override
    Map<String, String> list(Page page) {
        page.refuseFilter("");
        Map<String, String> query = new LinkedHashMap<>();
        query.put("maxResults", page.size());
        query.put("pageToken", page.token());
        return query;
    }

    @Override
    Map<String, String> await(Duration timeout) {
        return Map.of();
    }
}
