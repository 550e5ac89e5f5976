// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceRegistry;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InterruptReportTest {
    @Test
    void manyNamesAreListedButNotSpelledOutAgain() {
        assertThat(InterruptReport.ofArguments(InterruptKind.CANCEL, List.of("--no-auth"))
                        .lines(names(6)))
                .hasSize(9)
                .contains("  //file.googleapis.com/projects/p/locations/l/operations/o5")
                .endsWith(
                        "wait for the end:  lro wait NAME... --no-auth",
                        "look once:         lro get NAME... --no-auth");
    }

    @Test
    void namesSurviveAShell() {
        assertThat(InterruptReport.ofArguments(InterruptKind.CANCEL, List.of()).lines(List.of(name("it's (1)"))))
                .endsWith(
                        "look once:         lro get '//file.googleapis.com/projects/p/locations/l/operations/it'\\''s (1)'");
    }

    @Test
    void operationsOfThisProcessCannotBeWaitedForLater() {
        assertThat(InterruptReport.ofThisProcess().lines(names(1)))
                .endsWith("they end with this process, as the server is part of it")
                .noneMatch(line -> line.contains("lro wait"));
    }

    @Test
    void aFileCanBeGivenAgain() {
        assertThat(InterruptReport.ofFile(InterruptKind.DELETE, List.of()).lines(List.of()))
                .endsWith("go on:             the same command again; names deleted by then are reported as not found")
                .noneMatch(line -> line.contains("lro get"));
    }

    @Test
    void aJournalHasTheNamesThatAreNotListed() {
        assertThat(InterruptReport.ofJournal(List.of("lro", "cancel", "--resume", "j"))
                        .lines(names(22)))
                .hasSize(23)
                .startsWith("lro: interrupted; nothing more is sent, and requests already sent stand."
                        + " Sent and not known to be done: 22")
                .endsWith("  … and 2 more, all in the journal", "go on:  lro cancel --resume j");
    }

    private static List<OperationName> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> name("o" + i)).toList();
    }

    private static OperationName name(String id) {
        return ServiceRegistry.load().operation("file", "projects/p/locations/l/operations/" + id);
    }
}
