// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.service.OperationParent;
import dev.longrun.sweep.OperationFilter;
import dev.longrun.sweep.Shard;
import dev.longrun.sweep.Sweep;
import dev.longrun.text.Durations;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The operations that a sweep selects. The options stay text until a command runs, so that {@code --help} loads little.
 */
final class SweepOptions {
    @Mixin
    private final SearchOptions search = new SearchOptions();

    @Option(
            names = "--older-than",
            paramLabel = "AGE",
            description = "Only operations that started longer ago: 90s, 15m, 1h30m, 2d; short for --filter 'age>AGE'.")
    private @Nullable String olderThan;

    @Option(
            names = "--shard",
            paramLabel = "I/N|env",
            description =
                    "Only this machine's part, such as 0/8; env reads it from the environment of a Kubernetes Indexed Job or"
                            + " a Cloud Run job.")
    private @Nullable String shard;

    @Option(
            names = "--max-ops",
            paramLabel = "N",
            converter = NumberConverters.MaxOps.class,
            description = "Plan at most this many (default: 100000); the rest is only counted.")
    private @Nullable Integer maxOps;

    boolean allLocations() {
        return search.allLocations();
    }

    Sweep sweep(List<OperationParent> parents, Map<String, String> environment) {
        Sweep sweep = Sweep.of(parents).withServerFilter(search.serverFilter());
        for (OperationFilter filter : search.filters()) {
            sweep = sweep.withFilter(filter);
        }
        if (olderThan != null) {
            sweep = sweep.withFilter(OperationFilter.olderThan(Durations.parse(olderThan)));
        }
        if (shard != null) {
            sweep = sweep.withShard(shard.equals("env") ? Shard.fromEnvironment(environment) : Shard.parse(shard));
        }
        return maxOps == null ? sweep : sweep.withMaxOps(maxOps);
    }
}
