// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.metrics;

import dev.longrun.text.SafeText;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes gauges in the text format of Prometheus, version 0.0.4: for each metric {@code HELP}, {@code TYPE} and its
 * samples. Source: the exposition formats of the Prometheus documentation. Not thread-safe.
 */
final class GaugeText {
    private final StringBuilder text = new StringBuilder();
    private String metric = "";

    /** Begins a metric; all its samples follow. */
    GaugeText metric(String name, String help) {
        metric = name;
        text.append("# HELP ").append(name).append(' ').append(escaped(help)).append('\n');
        text.append("# TYPE ").append(name).append(" gauge\n");
        return this;
    }

    /** @param labels by name; the values may be any text */
    GaugeText sample(Map<String, String> labels, BigDecimal value) {
        String all = labels.entrySet().stream()
                .map(label -> label.getKey() + "=\"" + quotable(SafeText.of(label.getValue())) + '"')
                .collect(Collectors.joining(","));
        text.append(metric).append('{').append(all).append("} ").append(value.toPlainString());
        text.append('\n');
        return this;
    }

    GaugeText sample(Map<String, String> labels, long value) {
        return sample(labels, BigDecimal.valueOf(value));
    }

    private static String quotable(String value) {
        return escaped(value).replace("\"", "\\\"");
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n");
    }

    /** The whole text; it ends with a line break. */
    @Override
    public String toString() {
        return text.toString();
    }
}
