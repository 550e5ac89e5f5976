// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** A chart with two logarithmic axes, as an SVG picture for light and dark pages. */
final class LineChart {
    private static final int LEFT = 80;
    private static final int RIGHT = 440;
    private static final int TOP = 50;
    private static final int BOTTOM = 290;
    private static final List<String> COLOURS = List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7");

    private final String title;
    private final String unit;
    private final Map<String, TreeMap<Double, Double>> lines = new LinkedHashMap<>();

    /** @param unit of the vertical axis; the horizontal one counts operations */
    LineChart(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    /** @param value more than zero */
    void add(String line, double operations, double value) {
        lines.computeIfAbsent(line, unknown -> new TreeMap<>()).put(operations, value);
    }

    String svg() {
        Axis x = axis(Map.Entry::getKey, LEFT, RIGHT);
        Axis y = axis(Map.Entry::getValue, BOTTOM, TOP);
        var svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 340" width="640" height="340"
                    font-family="system-ui, sans-serif" font-size="13">
                <style>
                text { fill: #24292f } .grid { stroke: #8c959f55 } .line { fill: none; stroke-width: 2 }
                @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } }
                </style>
                """);
        text(svg, LEFT, 24, "start", title + ", " + unit);
        for (double tick = x.from; tick <= x.to * 1.01; tick *= 10) {
            svg.append(format("<path class=\"grid\" d=\"M%.0f %d V%d\"/>%n", x.at(tick), TOP, BOTTOM));
            text(svg, x.at(tick), BOTTOM + 20, "middle", format("%,.0f", tick));
        }
        text(svg, (LEFT + RIGHT) / 2.0, BOTTOM + 42, "middle", "operations");
        for (double tick = y.from; tick <= y.to * 1.01; tick *= 10) {
            svg.append(format("<path class=\"grid\" d=\"M%d %.0f H%d\"/>%n", LEFT, y.at(tick), RIGHT));
            text(svg, LEFT - 8.0, y.at(tick) + 4, "end", tick < 1 ? Double.toString(tick) : format("%,.0f", tick));
        }
        int number = 0;
        for (Map.Entry<String, TreeMap<Double, Double>> line : lines.entrySet()) {
            draw(svg, line.getKey(), line.getValue(), x, y, number++);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void draw(
            StringBuilder svg, String label, TreeMap<Double, Double> points, Axis x, Axis y, int number) {
        String colour = COLOURS.get(number % COLOURS.size());
        var path = new StringBuilder();
        points.forEach((operations, value) -> {
            path.append(format("%s%.1f %.1f", path.isEmpty() ? "M" : " L", x.at(operations), y.at(value)));
            svg.append(format(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"><title>%s: %,.3g</title></circle>%n",
                    x.at(operations), y.at(value), colour, label, value));
        });
        svg.append(format("<path class=\"line\" stroke=\"%s\" d=\"%s\"/>%n", colour, path));
        svg.append(format(
                "<circle cx=\"%d\" cy=\"%d\" r=\"5\" fill=\"%s\"/>%n", RIGHT + 20, TOP + 6 + 24 * number, colour));
        text(svg, RIGHT + 32.0, TOP + 10.0 + 24 * number, "start", label);
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append(format("<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text));
    }

    private Axis axis(ToDoubleFunction<Map.Entry<Double, Double>> value, double start, double end) {
        double[] values = lines.values().stream()
                .flatMap(line -> line.entrySet().stream())
                .mapToDouble(value)
                .sorted()
                .toArray();
        double from = Math.pow(10, Math.floor(Math.log10(values[0])));
        double to = Math.pow(10, Math.ceil(Math.log10(values[values.length - 1])));
        return new Axis(from, to > from ? to : 10 * from, start, end);
    }

    /** From a power of ten to another one. */
    private record Axis(double from, double to, double start, double end) {

        double at(double value) {
            return start + (end - start) * Math.log(value / from) / Math.log(to / from);
        }
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
