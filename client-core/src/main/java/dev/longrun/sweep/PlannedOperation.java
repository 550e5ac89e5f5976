// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import dev.longrun.name.Location;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationInfo;
import dev.longrun.service.OperationName;
import dev.longrun.text.Durations;
import dev.longrun.text.SafeText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A planned operation with the facts to judge it by. Facts that its service does not report are empty. */
public record PlannedOperation(
        OperationName name, Optional<Duration> age, Optional<String> verb, Optional<String> target) {

    static PlannedOperation of(Operation operation, Instant now) {
        OperationInfo info = operation.info();
        return new PlannedOperation(operation.name(), info.age(now), info.verb(), info.target());
    }

    String location() {
        return name.location().map(Location::id).orElse(SweepCounts.NO_LOCATION);
    }

    /** {@code projects/p/locations/l/operations/o, 2h old, create of projects/p/locations/l/instances/i}. */
    public String describe() {
        return SafeText.of(name
                + age.map(it -> ", " + Durations.format(it) + " old").orElse(", of unknown age")
                + verb.map(it -> ", " + it).orElse("")
                + target.map(it -> (verb.isPresent() ? " of " : ", on ") + it).orElse(""));
    }

    /** The same as {@link #describe}: verb and target are text of the server. */
    @Override
    public String toString() {
        return describe();
    }
}
