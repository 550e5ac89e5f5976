// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What Ctrl-C prints: the names without a result, and the commands that go on with them. */
@FunctionalInterface
public interface InterruptReport {
    /** Names that are repeated in a command; more are left to the reader. */
    int SPELLED_OUT = 5;

    /** Names that are listed where the journal has them all. */
    int LISTED = 20;

    /** @param pending names that may have been sent and have no result */
    List<String> lines(Collection<OperationName> pending);

    /**
     * All names without a result, and commands that read them.
     *
     * @param options of the command line that these commands need too
     */
    static InterruptReport ofArguments(InterruptKind kind, List<String> options) {
        return ofArguments(kind, options, List.of());
    }

    /** @param waitOptions that only the command that waits takes */
    static InterruptReport ofArguments(InterruptKind kind, List<String> options, List<String> waitOptions) {
        return pending -> {
            List<String> lines = list(kind, pending);
            List<String> words =
                    pending.stream().map(InterruptReport::withRoute).toList();
            String names = pending.size() > SPELLED_OUT ? "NAME..." : ShellWord.quote(words);
            String arguments = options.isEmpty() ? names : names + " " + ShellWord.quote(options);
            if (kind.hasEnd()) {
                String what = waitOptions.isEmpty() ? "" : " " + ShellWord.quote(waitOptions);
                lines.add("wait for the end:  lro wait " + arguments + what);
            }
            lines.add("look once:         lro get " + arguments);
            return lines;
        };
    }

    /** As {@link #ofArguments}, where the same command can be run again, as its file still has all names. */
    static InterruptReport ofFile(InterruptKind kind, List<String> options) {
        return pending -> {
            List<String> lines = pending.isEmpty()
                    ? list(kind, pending)
                    : new ArrayList<>(ofArguments(kind, options).lines(pending));
            lines.add("go on:             " + kind.again());
            return lines;
        };
    }

    /**
     * Some of the names, as the journal has all of them.
     *
     * @param resume the words of the command that resumes the journal
     */
    static InterruptReport ofJournal(List<String> resume) {
        return pending -> {
            List<String> lines = new ArrayList<>();
            lines.add(
                    "lro: interrupted; nothing more is sent, and requests already sent stand. Sent and not known to be done: "
                            + pending.size());
            pending.stream().limit(LISTED).forEach(name -> lines.add("  " + name.fullName()));
            if (pending.size() > LISTED) {
                lines.add("  … and " + (pending.size() - LISTED) + " more, all in the journal");
            }
            lines.add("go on:  " + ShellWord.quote(resume));
            return lines;
        };
    }

    /** Operations of a server within this process, which ends with it. */
    static InterruptReport ofThisProcess() {
        return pending -> {
            List<String> lines = list(InterruptKind.CANCEL, pending);
            lines.add("they end with this process, as the server is part of it");
            return lines;
        };
    }

    /** The full name, or the URL where the name alone would not lead to the same version or host. */
    private static String withRoute(OperationName name) {
        boolean isUsual = name.endpoint().isEmpty() && name.service().documents(ApiMethod.GET, name.resource());
        return isUsual ? name.fullName() : name.url();
    }

    private static List<String> list(InterruptKind kind, Collection<OperationName> pending) {
        List<String> lines = new ArrayList<>();
        lines.add(kind.heading());
        pending.forEach(name -> lines.add("  " + name.fullName()));
        return lines;
    }
}
