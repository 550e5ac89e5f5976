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
 * Compute Engine and its relatives. An operation may be asked for by its name and by its numeric id; lists are called
 * {@code items}, by Deployment Manager {@code operations}; a list of a project has one for each place. Source: their
 * discovery documents.
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

    /** A list of all zones, regions and the global place has an object for each: {@code zones/us-central1-a}. */
    @Override
    List<JsonObject> parts(JsonObject list) {
        return list.object("items")
                .map(places -> places.fields().stream()
                        .map(place -> places.object(place).orElseThrow(() -> MalformedOperation.noList(list)))
                        .toList())
                .orElseGet(() -> List.of(list));
    }

    @Override
    String unreachable() {
        return "unreachables";
    }

    /** A place that was not reached may have a warning for its operations. */
    @Override
    List<String> unreachable(JsonObject list) {
        Stream<String> places = list.object("items").stream()
                .flatMap(items -> items.fields().stream()
                        .filter(place -> items.object(place)
                                .flatMap(of -> of.object("warning"))
                                .flatMap(warning -> warning.string("code"))
                                .filter("UNREACHABLE"::equals)
                                .isPresent()));
        return Stream.concat(super.unreachable(list).stream(), places)
                .distinct()
                .toList();
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
