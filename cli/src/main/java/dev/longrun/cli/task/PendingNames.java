// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.service.OperationName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;

/** The names that nothing is known of yet: what a Ctrl-C leaves behind. Thread-safe. */
public final class PendingNames {
    private static final int SPELLED_OUT = 5;

    private final Set<String> fullNames = new ConcurrentSkipListSet<>();
    private final InterruptKind leaving;
    private final Function<List<String>, List<String>> hints;

    private PendingNames(
            Collection<OperationName> names, InterruptKind leaving, Function<List<String>, List<String>> hints) {
        names.forEach(name -> fullNames.add(name.fullName()));
        this.leaving = leaving;
        this.hints = hints;
    }

    /** @param options of the command line that must be repeated for the same names to mean the same */
    public static PendingNames of(Collection<OperationName> names, InterruptKind leaving, List<String> options) {
        return new PendingNames(names, leaving, left -> howToGoOn(left, leaving, options));
    }

    /** Operations of this process: there is no going on with them. */
    public static PendingNames gone(Collection<OperationName> names) {
        return new PendingNames(
                names, InterruptKind.ASKED, left -> List.of("they end with this process, as the server is part of it"));
    }

    void resolve(OperationName name) {
        fullNames.remove(name.fullName());
    }

    /** What is unresolved and how to go on, as commands to be copied. */
    public List<String> lastWords() {
        List<String> left = List.copyOf(fullNames);
        List<String> lines = new ArrayList<>();
        lines.add(leaving.heading());
        left.forEach(name -> lines.add("  " + name));
        lines.addAll(hints.apply(left));
        return lines;
    }

    private static List<String> howToGoOn(List<String> left, InterruptKind leaving, List<String> options) {
        String names = left.size() > SPELLED_OUT ? "NAME..." : ShellWord.quote(left);
        String arguments = options.isEmpty() ? names : names + " " + ShellWord.quote(options);
        String once = "look once:         lro get " + arguments;
        return leaving.worthWaiting() ? List.of("wait for the end:  lro wait " + arguments, once) : List.of(once);
    }
}
