// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.json.Any;
import dev.longrun.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The field names under which services report the same facts. Sources: the metadata messages in googleapis/googleapis.
 *
 * <p>A fact is looked for in the metadata itself, then in the message that some services wrap shared fields in, then in
 * {@link StageTimes}. Metadata of Cloud Run is the resource itself; its times are not the operation's and are not read.
 */
final class MetadataFieldAliases implements OperationDialect.Facts {
    private static final List<String> WRAPPERS =
            List.of("genericMetadata", "commonMetadata", "common", "value", "build");
    private static final List<String> CREATED = List.of(
            "createTime",
            "startTime",
            "insertTime",
            "requestTime",
            "submitTime",
            "rolloutStartTime",
            "exportStartTime");
    private static final List<String> ENDED = List.of("endTime", "finishTime", "completeTime", "doneTime");
    private static final List<String> VERB = List.of("verb", "operationType", "method", "type");
    private static final List<String> TARGET =
            List.of("target", "resource", "resourceName", "name", "database", "index", "field");
    private static final List<String> STATE = List.of("state", "operationState", "status");
    private static final List<String> CANCEL_REQUESTED =
            List.of("cancelRequested", "requestedCancellation", "cancellationRequested");
    private static final List<String> PERCENT =
            List.of("progressPercentage", "progressPercent", "progress", "percentComplete");
    private static final List<String> DONE =
            List.of("successCount", "completedWork", "workCompleted", "translatedCharacters");
    private static final List<String> FAILED = List.of("failureCount", "failedCount", "failedCharacters");
    private static final List<String> TOTAL =
            List.of("totalCount", "estimatedWork", "workEstimated", "totalCharacters");
    private static final List<String> COUNTERS =
            List.of("progress", "progressPercentage", "progressDocuments", "progressEntities");

    private final String own;
    private final Optional<JsonObject> metadata;
    private final boolean isResource;
    private final List<JsonObject> places;

    /** @param own the operation's name; some services repeat it in the metadata, where it is not the target */
    MetadataFieldAliases(String own, Optional<JsonObject> metadata) {
        this.own = own;
        this.metadata = metadata;
        this.isResource = metadata.isPresent() && isResource(metadata.get());
        this.places = metadata.isPresent() && !isResource ? places(metadata.get()) : List.of();
    }

    /** Such as {@code google.cloud.run.v2.Service}: a uid, and a type that is not called metadata. */
    private static boolean isResource(JsonObject metadata) {
        return metadata.has("uid") && !Any.of(metadata).typeName().endsWith("Metadata");
    }

    private static List<JsonObject> places(JsonObject metadata) {
        List<JsonObject> places = new ArrayList<>(List.of(metadata));
        for (String wrapper : WRAPPERS) {
            metadata.object(wrapper).ifPresent(places::add);
        }
        return List.copyOf(places);
    }

    @Override
    public Optional<Instant> createTime() {
        return first(CREATED, JsonObject::timestamp).or(() -> stages().flatMap(StageTimes::start));
    }

    @Override
    public Optional<Instant> endTime() {
        return first(ENDED, JsonObject::timestamp).or(() -> stages().flatMap(StageTimes::end));
    }

    @Override
    public Optional<String> verb() {
        return first(VERB, JsonObject::string);
    }

    @Override
    public Optional<String> target() {
        List<JsonObject> named = isResource ? metadata.stream().toList() : places;
        return first(named, TARGET, (json, field) -> json.string(field).filter(name -> !name.equals(own)));
    }

    @Override
    public Optional<String> state() {
        return first(STATE, JsonObject::string).or(() -> stages().flatMap(StageTimes::state));
    }

    /** No such field is common among metadata. */
    @Override
    public Optional<String> user() {
        return Optional.empty();
    }

    @Override
    public Optional<String> apiVersion() {
        return first(List.of("apiVersion"), JsonObject::string);
    }

    @Override
    public Optional<Boolean> cancelRequested() {
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

    @Override
    public Optional<OperationDialect.Amounts> progress() {
        Stream<JsonObject> counters =
                places.stream().limit(1).flatMap(json -> COUNTERS.stream().flatMap(name -> json.object(name).stream()));
        List<JsonObject> counted = Stream.concat(places.stream(), counters).toList();
        OptionalDouble percent = first(counted, PERCENT, (json, name) -> boxed(json.number(name)))
                .map(OptionalDouble::of)
                .orElseGet(() -> stages().map(StageTimes::percent).orElse(OptionalDouble.empty()));
        OperationDialect.Amounts progress = new OperationDialect.Amounts(
                percent, count(counted, DONE), count(counted, FAILED), count(counted, TOTAL));
        return progress.isEmpty() ? Optional.empty() : Optional.of(progress);
    }

    private Optional<StageTimes> stages() {
        return places.stream().findFirst().map(StageTimes::new);
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

    private <T> Optional<T> first(List<String> names, BiFunction<JsonObject, String, Optional<T>> read) {
        return first(places, names, read);
    }

    private static <T> Optional<T> first(
            List<JsonObject> places, List<String> names, BiFunction<JsonObject, String, Optional<T>> read) {
        for (JsonObject place : places) {
            for (String name : names) {
                Optional<T> value = read.apply(place, name);
                if (value.isPresent()) {
                    return value;
                }
            }
        }
        return Optional.empty();
    }
}
