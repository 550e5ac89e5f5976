// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.service.OperationName;
import java.util.ArrayList;
import java.util.List;

/** What a Ctrl-C in the middle of many has to say: what is not known to be done, and how to go on. */
@FunctionalInterface
public interface InterruptReport {
    int LISTED = 20;

    List<String> lines(List<OperationName> sentWithoutOutcome);

    /** Those that were asked to stop, all of them, as nobody else knows. */
    static InterruptReport withoutJournal(List<String> options) {
        return withoutJournal(InterruptKind.ASKED, options);
    }

    /**
     * All of them, as nobody else knows.
     *
     * @param options of the command line that must be repeated for the same names to mean the same
     */
    static InterruptReport withoutJournal(InterruptKind leaving, List<String> options) {
        return sentWithoutOutcome -> {
            List<String> lines = new ArrayList<>(
                    PendingNames.of(sentWithoutOutcome, leaving, options).lastWords());
            lines.add("go on:             the same command again; what is done by then is left as it is");
            return lines;
        };
    }

    /**
     * Some of them, as the journal has them all.
     *
     * @param goOn the words of the command that goes on
     */
    static InterruptReport withJournal(List<String> goOn) {
        return sentWithoutOutcome -> {
            List<String> lines = new ArrayList<>();
            lines.add(
                    "lro: interrupted; nothing more is sent, and what was asked for stands. Asked for and not known to be done: "
                            + sentWithoutOutcome.size());
            sentWithoutOutcome.stream().limit(LISTED).forEach(name -> lines.add("  " + name.fullName()));
            if (sentWithoutOutcome.size() > LISTED) {
                lines.add("  … and " + (sentWithoutOutcome.size() - LISTED) + " more, all in the journal");
            }
            lines.add("go on:  " + ShellWord.quote(goOn));
            return lines;
        };
    }
}
