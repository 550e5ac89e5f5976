// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.report;

import dev.longrun.cli.task.ShellWord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that goes on with what is unresolved. */
@FunctionalInterface
public interface GoOn {
    /** Names that are spelled out in a command. */
    int SPELLED_OUT = 5;

    /** The file that the page tells to paste more names into. */
    String FILE = "unresolved.txt";

    /** @param names the full names, if they are at most {@link #SPELLED_OUT}; else empty */
    String command(List<String> names);

    /** Resumes a journal. */
    static GoOn resuming(List<String> command) {
        return names -> ShellWord.quote(command);
    }

    /**
     * Begins again with the names.
     *
     * @param command as {@code lro wait}
     * @param options that full names need
     */
    static GoOn again(List<String> command, List<String> options) {
        return names -> {
            List<String> words = new ArrayList<>(command);
            words.addAll(names.isEmpty() ? List.of("--from-file", FILE) : names);
            words.addAll(options);
            return ShellWord.quote(words);
        };
    }

    /**
     * Resumes what journals have, several as one.
     *
     * @param options that say where requests go, quoted for a shell; empty if there are none
     */
    static GoOn ofJournals(List<Path> journals, String options) {
        String rest = options.isEmpty() ? "" : " " + options;
        if (journals.size() == 1) {
            String resume = ShellWord.quote(
                    List.of("lro", "cancel", "--resume", journals.get(0).toString()));
            return names -> resume + rest;
        }
        List<String> merge = new ArrayList<>(List.of("lro", "journal", "merge", "--into", "merged.jsonl"));
        journals.forEach(each -> merge.add(each.toString()));
        return names -> ShellWord.quote(merge) + " && lro cancel --resume merged.jsonl" + rest;
    }
}
