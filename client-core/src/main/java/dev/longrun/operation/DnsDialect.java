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

/**
 * Cloud DNS. The operations of managed zones have an {@code id} and a {@code status}, no end time and no error; those
 * of locations are in the standard form. Source: its discovery documents.
 */
final class DnsDialect extends OperationDialect {
    static final OperationDialect INSTANCE = new DnsDialect();

    @Override
    Ending ending(JsonObject json) {
        if (isStandard(json)) {
            return super.ending(json);
        }
        return StatusField.isDone(json) ? Ending.SUCCEEDED : Ending.RUNNING;
    }

    private static boolean isStandard(JsonObject operation) {
        return operation.string("name").filter(name -> name.contains("/")).isPresent();
    }

    @Override
    Facts facts(String name, JsonObject operation) {
        return isStandard(operation) ? super.facts(name, operation) : ofManagedZone(operation);
    }

    private static Facts ofManagedZone(JsonObject operation) {
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
        return List.of("name", "id");
    }

    @Override
    Optional<String> name(OperationParent parent, JsonObject entry) {
        return isStandard(entry) ? super.name(parent, entry) : ListedName.of(parent, entry, "id");
    }

    /** Some versions answer with a {@code header} alone. */
    @Override
    boolean isEmptyList(JsonObject json) {
        return json.fields().isEmpty() || json.has("header") || ListedName.isKindOfList(json);
    }

    @Override
    Map<String, String> list(Page page) {
        if (!page.parent().contains("/managedZones/")) {
            return super.list(page);
        }
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
