// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cli.output.ExitCode;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class ExitCodeHelpTest {
    private static final Pattern ENTRY = Pattern.compile("(?:^|\\s{2,})(\\d+)  (\\S.*?)(?=\\s{2,}\\d|$)");

    @Test
    void theHelpOfEveryCommandHasTheCodesAndTheirMeanings() {
        Map<Integer, String> shown = Arrays.stream(
                        LroCommand.class.getAnnotation(Command.class).footer())
                .flatMap(line -> ENTRY.matcher(line).results())
                .collect(Collectors.toMap(
                        entry -> Integer.valueOf(entry.group(1)), (MatchResult entry) -> entry.group(2)));
        assertThat(shown)
                .isEqualTo(Arrays.stream(ExitCode.values())
                        .collect(Collectors.toMap(ExitCode::number, ExitCode::meaning)));
    }
}
