// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The stages of an operation, where the metadata reports times by stage only: Dataproc has a {@code status} and earlier
 * ones in {@code statusHistory}, Spanner and Bigtable have one {@code progress} or one for each statement.
 */
record StageTimes(JsonObject metadata) {

    /** The start of the oldest stage. */
    Optional<Instant> start() {
        Stream<Instant> statuses = Stream.concat(
                        metadata.object("status").stream(), metadata.objects("statusHistory").stream())
                .flatMap(status -> status.timestamp("stateStartTime").stream());
        Stream<Instant> steps = progress().stream().flatMap(step -> step.timestamp("startTime").stream());
        return Stream.concat(statuses, steps).min(Comparator.naturalOrder());
    }

    /** The end of the newest stage; empty until all of them have ended. */
    Optional<Instant> end() {
        List<JsonObject> steps = progress();
        List<Instant> ends = steps.stream()
                .flatMap(step -> step.timestamp("endTime").stream())
                .toList();
        return ends.size() < steps.size() ? Optional.empty() : ends.stream().max(Comparator.naturalOrder());
    }

    Optional<String> state() {
        return metadata.object("status").flatMap(status -> status.string("state"));
    }

    /** The mean of the stages; JSON leaves out a percentage of zero. */
    OptionalDouble percent() {
        return metadata.objects("progress").stream()
                .mapToDouble(step -> step.number("progressPercent").orElse(0))
                .average();
    }

    private List<JsonObject> progress() {
        return metadata.object("progress").map(List::of).orElseGet(() -> metadata.objects("progress"));
    }
}
