// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of one job by client and round. Printed as ratios to the figure of OkHttp in the same round. */
final class ComparisonTable {
    private static final String BASE = "OkHttp";

    private final Map<String, Map<String, List<Double>>> figures = new LinkedHashMap<>();

    /** Adds a figure of one round; each client has the same number of rounds. */
    void add(String figure, String client, double value) {
        figures.computeIfAbsent(figure, unknown -> new LinkedHashMap<>())
                .computeIfAbsent(client, unknown -> new ArrayList<>())
                .add(value);
    }

    /** Adds what {@code operations} of one round used, for each of them. */
    void add(String job, String client, ResourceUsage usage, int operations) {
        add(job + ": time, µs", client, usage.nanos() / 1e3 / operations);
        add(job + ": CPU, µs", client, usage.cpuNanos() / 1e3 / operations);
        add(job + ": allocation, bytes", client, (double) usage.allocated() / operations);
    }

    /** Prints a Markdown table with the median of the ratios, and the least and the largest if there are several. */
    void print() {
        List<String> clients = List.copyOf(figures.values().iterator().next().keySet());
        System.out.println("| figure | " + BASE + " | " + String.join(" | ", others(clients)) + " |");
        System.out.println("| --- " + "| --- ".repeat(clients.size()) + "|");
        figures.forEach((figure, values) -> {
            StringBuilder row =
                    new StringBuilder("| " + figure + " | " + format("%,.1f", quantile(values.get(BASE), 0.5)));
            for (String client : others(clients)) {
                row.append(" | ").append(ratio(values.get(client), values.get(BASE)));
            }
            System.out.println(row.append(" |"));
        });
        System.out.println();
    }

    private static List<String> others(List<String> clients) {
        return clients.stream().filter(client -> !client.equals(BASE)).toList();
    }

    private static String ratio(List<Double> values, List<Double> base) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            ratios.add(values.get(i) / base.get(i));
        }
        String median = format("**%.3g**", quantile(ratios, 0.5));
        return ratios.size() == 1
                ? median
                : median + format(" (%.3g to %.3g)", quantile(ratios, 0), quantile(ratios, 1));
    }

    static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1))));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
