// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceRegistry;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PendingNamesTest {
    @Test
    void manyNamesAreListedButNotSpelledOutAgain() {
        PendingNames unresolved = PendingNames.of(
                IntStream.range(0, 6).mapToObj(i -> name("o" + i)).toList(), InterruptKind.ASKED, List.of("--no-auth"));
        assertThat(unresolved.lastWords())
                .hasSize(9)
                .contains("  //file.googleapis.com/projects/p/locations/l/operations/o5")
                .endsWith(
                        "wait for the end:  lro wait NAME... --no-auth",
                        "look once:         lro get NAME... --no-auth");
    }

    @Test
    void namesSurviveAShell() {
        PendingNames unresolved = PendingNames.of(List.of(name("it's (1)")), InterruptKind.ASKED, List.of());
        assertThat(unresolved.lastWords())
                .endsWith(
                        "look once:         lro get '//file.googleapis.com/projects/p/locations/l/operations/it'\\''s (1)'");
    }

    @Test
    void thoseOfThisProcessCannotBeWaitedForLater() {
        assertThat(PendingNames.gone(List.of(name("o"))).lastWords())
                .endsWith("they end with this process, as the server is part of it")
                .noneMatch(line -> line.contains("lro wait"));
    }

    @Test
    void whatIsResolvedIsNotMentioned() {
        OperationName first = name("first");
        PendingNames unresolved = PendingNames.of(List.of(first, name("second")), InterruptKind.ASKED, List.of());
        unresolved.resolve(first);
        assertThat(unresolved.lastWords()).noneMatch(line -> line.contains("first"));
    }

    private static OperationName name(String id) {
        return ServiceRegistry.load().operation("file", "projects/p/locations/l/operations/" + id);
    }
}
