// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The ratios of one figure, ours divided by OkHttp's, of all rounds. */
final class RatioStats {
    private final String figure;
    private final List<Double> ratios = new ArrayList<>();
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> theirs = new ArrayList<>();

    RatioStats(String figure) {
        this.figure = figure;
    }

    void add(double our, double their) {
        ours.add(our);
        theirs.add(their);
        ratios.add(our / their);
    }

    static void printHead() {
        System.out.println("| figure | ours | OkHttp | ratio: min | median | max |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
    }

    /** Prints a row of a Markdown table. */
    void print() {
        System.out.printf(
                Locale.ROOT,
                "| %s | %,.1f | %,.1f | %.2f | **%.2f** | %.2f |%n",
                figure,
                quantile(ours, 0.5),
                quantile(theirs, 0.5),
                quantile(ratios, 0),
                quantile(ratios, 0.5),
                quantile(ratios, 1));
    }

    static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1))));
    }
}
