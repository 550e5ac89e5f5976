// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.json.JsonObject;
import dev.longrun.operation.OperationDialect.Amounts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The progress of a GKE operation: metrics such as {@code nodes done} and {@code nodes total}, {@code progress} and
 * {@code progress scale}, or {@code percent done}, of the operation or of its stages.
 */
final class ProgressMetrics {
    private static final String TOTAL = " total";

    private ProgressMetrics() {}

    /** The first of the operation and its stages that has such metrics. */
    static Optional<Amounts> of(JsonObject progress) {
        return Stream.concat(Stream.of(progress), progress.objects("stages").stream())
                .map(stage -> read(stage.objects("metrics")))
                .filter(read -> !read.isEmpty())
                .findFirst();
    }

    private static Amounts read(List<JsonObject> metrics) {
        Map<String, Double> values = new HashMap<>();
        for (JsonObject metric : metrics) {
            OptionalDouble value = metric.has("intValue") ? metric.number("intValue") : metric.number("doubleValue");
            String name =
                    metric.string("name").orElse("").toLowerCase(Locale.ROOT).replace('_', ' ');
            value.ifPresent(number -> values.put(name, number));
        }
        Double percent = values.get("percent done");
        Double share = values.get("progress");
        double scale = values.getOrDefault("progress scale", 0.0);
        if (percent == null && share != null && scale > 0) {
            percent = 100 * share / scale;
        }
        Optional<String> counted = values.keySet().stream()
                .filter(name -> name.endsWith(TOTAL))
                .map(name -> name.substring(0, name.length() - TOTAL.length()))
                .filter(name -> values.containsKey(name + " done"))
                .sorted()
                .findFirst();
        return new Amounts(
                percent == null ? OptionalDouble.empty() : OptionalDouble.of(percent),
                counted.map(name -> count(values, name + " done")).orElse(OptionalLong.empty()),
                counted.map(name -> count(values, name + " failed")).orElse(OptionalLong.empty()),
                counted.map(name -> count(values, name + TOTAL)).orElse(OptionalLong.empty()));
    }

    private static OptionalLong count(Map<String, Double> values, String name) {
        Double value = values.get(name);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value.longValue());
    }
}
