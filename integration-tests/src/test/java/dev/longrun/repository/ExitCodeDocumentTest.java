// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cancel.CancelOutcome.Kind;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.operation.Operation.State;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The README's exit codes are those of the command. */
class ExitCodeDocumentTest {
    private static final String README = Repository.read(Path.of("README.md"));

    @ParameterizedTest
    @EnumSource
    void anOutcomeHasItsCodesInTheTable(Kind kind) {
        Set<Integer> codes = EnumSet.complementOf(EnumSet.of(State.RUNNING)).stream()
                .map(state -> ExitCode.of(kind, Optional.of(state)).number())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(numbers(found("\\| `" + kind + "` \\|.*\\|([^|]*)\\|\\n"))).isEqualTo(codes);
    }

    @Test
    void everyCodeIsNamed() {
        Set<Integer> named = numbers(found("Other exits: ([^.]*)\\."));
        for (Kind kind : Kind.values()) {
            named.addAll(numbers(found("\\| `" + kind + "` \\|.*\\|([^|]*)\\|\\n")));
        }
        assertThat(named)
                .isEqualTo(Arrays.stream(ExitCode.values())
                        .map(ExitCode::number)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String found(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(README);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static Set<Integer> numbers(String text) {
        return Pattern.compile("\\d+")
                .matcher(text)
                .results()
                .map(number -> Integer.valueOf(number.group()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
