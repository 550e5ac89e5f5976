// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The names under which services say the same things. Sources: the metadata messages in googleapis/googleapis.
 *
 * <p>A fact is looked for in the metadata itself, then in the message that some services wrap the shared fields in.
 */
final class MetadataFieldAliases {
    private static final List<String> WRAPPERS = List.of("genericMetadata", "commonMetadata", "common", "value");
    private static final List<String> CREATED =
            List.of("createTime", "startTime", "insertTime", "requestTime", "submitTime");
    private static final List<String> ENDED = List.of("endTime", "finishTime", "completeTime");
    private static final List<String> VERB = List.of("verb", "operationType", "method", "type");
    private static final List<String> TARGET =
            List.of("target", "resource", "resourceName", "name", "database", "index", "field");
    private static final List<String> STATE = List.of("state", "operationState", "status");
    private static final List<String> CANCEL_REQUESTED =
            List.of("cancelRequested", "requestedCancellation", "cancellationRequested");
    private static final List<String> PERCENT = List.of("progressPercentage", "progressPercent", "progress");
    private static final List<String> DONE =
            List.of("successCount", "completedWork", "workCompleted", "translatedCharacters");
    private static final List<String> FAILED = List.of("failureCount", "failedCount", "failedCharacters");
    private static final List<String> TOTAL =
            List.of("totalCount", "estimatedWork", "workEstimated", "totalCharacters");
    private static final List<String> COUNTERS =
            List.of("progress", "progressPercentage", "progressDocuments", "progressEntities");

    private final String own;
    private final List<JsonObject> places;

    /** @param own the operation's own name, which some services repeat in the metadata: it is nobody's target */
    MetadataFieldAliases(String own, Optional<JsonObject> metadata) {
        this.own = own;
        this.places = metadata.map(MetadataFieldAliases::places).orElse(List.of());
    }

    private static List<JsonObject> places(JsonObject metadata) {
        return Stream.concat(Stream.of(metadata), WRAPPERS.stream().flatMap(name -> metadata.object(name).stream()))
                .toList();
    }

    Optional<Instant> createTime() {
        return first(CREATED, JsonObject::timestamp);
    }

    Optional<Instant> endTime() {
        return first(ENDED, JsonObject::timestamp);
    }

    Optional<String> verb() {
        return first(VERB, JsonObject::string);
    }

    Optional<String> target() {
        return first(TARGET, (json, field) -> json.string(field).filter(name -> !name.equals(own)));
    }

    Optional<String> state() {
        return first(STATE, JsonObject::string);
    }

    Optional<String> apiVersion() {
        return first(List.of("apiVersion"), JsonObject::string);
    }

    Optional<Boolean> cancelRequested() {
        Optional<Boolean> flag = first(CANCEL_REQUESTED, JsonObject::bool);
        if (flag.isPresent()) {
            return flag;
        }
        boolean timed = first(List.of("cancelTime"), JsonObject::timestamp).isPresent();
        boolean state = state().map(text -> text.toUpperCase(Locale.ROOT))
                .filter(text -> text.startsWith("CANCEL") || text.endsWith("_CANCELLING"))
                .isPresent();
        return timed || state ? Optional.of(true) : Optional.empty();
    }

    Optional<Progress> progress() {
        Stream<JsonObject> counters = places.stream()
                .limit(1)
                .flatMap(metadata -> COUNTERS.stream().flatMap(name -> metadata.object(name).stream()));
        List<JsonObject> counted = Stream.concat(places.stream(), counters).toList();
        Progress progress = new Progress(
                first(counted, PERCENT, (json, name) -> boxed(json.number(name)))
                        .map(OptionalDouble::of)
                        .orElse(OptionalDouble.empty()),
                count(counted, DONE),
                count(counted, FAILED),
                count(counted, TOTAL));
        return progress.percent().isEmpty()
                        && progress.done().isEmpty()
                        && progress.failed().isEmpty()
                        && progress.total().isEmpty()
                ? Optional.empty()
                : Optional.of(progress);
    }

    private static OptionalLong count(List<JsonObject> places, List<String> names) {
        return first(places, names, (json, name) -> boxed(json.integer(name)))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private static Optional<Long> boxed(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }

    /** How a field of a JSON object is read as a {@code T}. */
    private interface Reading<T> {
        Optional<T> read(JsonObject json, String field);
    }

    private <T> Optional<T> first(List<String> names, Reading<T> reading) {
        return first(places, names, reading);
    }

    private static <T> Optional<T> first(List<JsonObject> places, List<String> names, Reading<T> reading) {
        for (JsonObject place : places) {
            for (String name : names) {
                Optional<T> value = reading.read(place, name);
                if (value.isPresent()) {
                    return value;
                }
            }
        }
        return Optional.empty();
    }
}
