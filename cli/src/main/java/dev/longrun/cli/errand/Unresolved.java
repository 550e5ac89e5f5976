// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.errand;

import dev.longrun.service.OperationName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/** The names that nothing is known of yet: what a Ctrl-C leaves behind. Thread-safe. */
final class Unresolved {
    private static final int SPELLED_OUT = 5;

    private final Set<String> fullNames = new ConcurrentSkipListSet<>();
    private final List<String> options;

    /** @param options of the command line that must be repeated for the same names to mean the same */
    Unresolved(Collection<OperationName> names, List<String> options) {
        names.forEach(name -> fullNames.add(name.fullName()));
        this.options = options;
    }

    void resolve(OperationName name) {
        fullNames.remove(name.fullName());
    }

    /** What is unresolved and how to go on, as commands to be copied. */
    List<String> lastWords() {
        List<String> names = List.copyOf(fullNames);
        List<String> lines = new ArrayList<>();
        lines.add("lro: interrupted; nothing more is sent, and what was asked for stands. Not known to be done:");
        names.forEach(name -> lines.add("  " + name));
        String arguments = (names.size() > SPELLED_OUT ? "NAME..." : quoted(names)) + quotedWithGap(options);
        lines.add("wait for the end:  lro wait " + arguments);
        lines.add("look once:         lro get " + arguments);
        return lines;
    }

    private static String quotedWithGap(List<String> words) {
        return words.isEmpty() ? "" : " " + quoted(words);
    }

    private static String quoted(List<String> words) {
        return words.stream().map(ShellWord::quote).collect(Collectors.joining(" "));
    }
}
