// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.json.JsonObject;
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
final class MetadataSpellings {
    private static final List<String> WRAPPERS = List.of("genericMetadata", "commonMetadata", "common", "value");
    private static final List<String> CREATED =
            List.of("createTime", "startTime", "insertTime", "requestTime", "submitTime");
    private static final List<String> ENDED = List.of("endTime", "finishTime", "completeTime");
    private static final List<String> VERB = List.of("verb", "operationType", "method", "type");
    private static final List<String> TARGET =
            List.of("target", "resource", "resourceName", "name", "database", "index", "field");
    private static final List<String> STATE = List.of("state", "operationState");
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

    private MetadataSpellings() {}

    /** @param own the operation's own name, which some services repeat in the metadata: it is nobody's target */
    static OperationInfo read(String own, JsonObject metadata) {
        List<JsonObject> places = Stream.concat(
                        Stream.of(metadata), WRAPPERS.stream().flatMap(name -> metadata.object(name).stream()))
                .toList();
        return new OperationInfo(
                first(places, CREATED, JsonObject::timestamp),
                first(places, ENDED, JsonObject::timestamp),
                first(places, VERB, JsonObject::string),
                first(places, TARGET, (json, field) -> json.string(field).filter(name -> !name.equals(own))),
                progress(metadata, places),
                cancelRequested(places),
                first(places, List.of("apiVersion"), JsonObject::string));
    }

    private static Optional<Boolean> cancelRequested(List<JsonObject> places) {
        Optional<Boolean> flag = first(places, CANCEL_REQUESTED, JsonObject::bool);
        if (flag.isPresent()) {
            return flag;
        }
        boolean timed =
                first(places, List.of("cancelTime"), JsonObject::timestamp).isPresent();
        boolean state = first(places, STATE, JsonObject::string)
                .map(text -> text.toUpperCase(Locale.ROOT))
                .filter(text -> text.startsWith("CANCEL") || text.endsWith("_CANCELLING"))
                .isPresent();
        return timed || state ? Optional.of(true) : Optional.empty();
    }

    private static Optional<Progress> progress(JsonObject metadata, List<JsonObject> places) {
        List<JsonObject> counted = Stream.concat(
                        places.stream(), COUNTERS.stream().flatMap(name -> metadata.object(name).stream()))
                .toList();
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
