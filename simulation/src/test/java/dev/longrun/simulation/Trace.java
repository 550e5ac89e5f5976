// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What happened in a run, line by line, and what was found wrong. Lines are kept only for a run that is to be shown.
 */
final class Trace {
    private final SimulatedWorld world;
    private final boolean isKept;
    private final List<String> lines = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    Trace(SimulatedWorld world, boolean isKept) {
        this.world = world;
        this.isKept = isKept;
    }

    void add(Supplier<String> line) {
        if (isKept) {
            lines.add(String.format(Locale.ROOT, "%10.4f  %s", world.now() / 1e9, line.get()));
        }
    }

    void finding(String text) {
        findings.add(text);
        add(() -> "!! " + text);
    }

    void require(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            finding(otherwise.get());
        }
    }

    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.4f s", nanos / 1e9);
    }

    List<String> lines() {
        return lines;
    }

    List<String> findings() {
        return findings;
    }
}
