// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.service.OperationParent;
import dev.longrun.sweep.Shard;
import dev.longrun.sweep.Sweep;
import dev.longrun.sweep.SweepFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The operations that a sweep selects. The options stay text until a command runs, so that {@code --help} loads little.
 */
final class SweepOptions {
    @Option(
            names = "--filter",
            paramLabel = "KEY=VALUE",
            description =
                    "Only operations with verb=create, target=GLOB, type=OperationMetadata, name=GLOB, state=PENDING,"
                            + " cancel-requested=no, server=FILTER (in the service's own syntax). May be repeated; all must hold. A"
                            + " value that a service does not give never matches.")
    private List<String> filters = new ArrayList<>();

    @Option(
            names = "--older-than",
            paramLabel = "AGE",
            description = "Only operations that started longer ago: 90s, 15m, 1h30m, 2d.")
    private @Nullable String olderThan;

    @Option(
            names = "--list-locations",
            description =
                    "Ask the service for its locations where a PARENT ends in /locations/-, and look in each: for services"
                            + " that do not take -, or have hosts by location, such as Vertex AI.")
    private boolean listLocations;

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

    boolean listLocations() {
        return listLocations;
    }

    Sweep sweep(List<OperationParent> parents, Map<String, String> environment) {
        Sweep sweep = Sweep.of(parents);
        for (String filter : filters) {
            sweep = sweep.withFilter(SweepFilter.parse(filter));
        }
        if (olderThan != null) {
            sweep = sweep.withFilter(SweepFilter.parse("older-than=" + olderThan));
        }
        if (shard != null) {
            sweep = sweep.withShard(shard.equals("env") ? Shard.fromEnvironment(environment) : Shard.parse(shard));
        }
        return maxOps == null ? sweep : sweep.withMaxOps(maxOps);
    }
}
