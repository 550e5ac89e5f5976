// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import static dev.longrun.cli.output.ExitCode.ENDED_OTHERWISE;
import static dev.longrun.cli.output.ExitCode.ERROR;
import static dev.longrun.cli.output.ExitCode.INTERRUPTED;
import static dev.longrun.cli.output.ExitCode.OK;
import static dev.longrun.cli.output.ExitCode.STILL_RUNNING;
import static dev.longrun.cli.output.ExitCode.UNKNOWN;
import static dev.longrun.cli.output.ExitCode.USAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cancel.CancelOutcome.Kind;
import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.ConfigurationException;
import dev.longrun.error.NoResponseException;
import dev.longrun.error.Status;
import dev.longrun.error.UnreachableException;
import dev.longrun.error.UnreadableResponseException;
import dev.longrun.name.InvalidNameException;
import dev.longrun.operation.Operation.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExitCodeTest {
    @Test
    void theNumbersAreThoseOfTheDocumentation() {
        assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::number)).containsExactly(0, 3, 4, 5, 1, 2, 130);
    }

    @Test
    void theWorstWins() {
        assertThat(OK.orWorse(ENDED_OTHERWISE)).isEqualTo(ENDED_OTHERWISE);
        assertThat(STILL_RUNNING.orWorse(ENDED_OTHERWISE)).isEqualTo(STILL_RUNNING);
        assertThat(ERROR.orWorse(UNKNOWN)).isEqualTo(ERROR);
        assertThat(USAGE.orWorse(ERROR)).isEqualTo(USAGE);
        assertThat(USAGE.orWorse(INTERRUPTED)).isEqualTo(INTERRUPTED);
    }

    @Test
    void anEndThatTheServiceDoesNotTellMayNotBeACancel() {
        assertThat(ExitCode.of(Kind.ENDED, Optional.of(State.ENDED))).isEqualTo(UNKNOWN);
        assertThat(ExitCode.of(Kind.ALREADY_DONE, Optional.of(State.ENDED))).isEqualTo(UNKNOWN);
        assertThat(ExitCode.of(Kind.ALREADY_DONE, Optional.of(State.CANCELLED))).isEqualTo(OK);
        assertThat(ExitCode.of(Kind.ALREADY_DONE, Optional.of(State.SUCCEEDED))).isEqualTo(ENDED_OTHERWISE);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new InvalidNameException("a bad name"), USAGE),
                Arguments.of(new ConfigurationException("the file exists"), USAGE),
                Arguments.of(new UnreachableException("no connection", new IOException("refused")), ERROR),
                Arguments.of(new ConfigurationException("no such file", new NoSuchFileException("f")), USAGE),
                Arguments.of(new ConfigurationException("no credentials", new IOException("no file")), ERROR),
                Arguments.of(new UncheckedIOException("cannot be read", new IOException("disk")), ERROR),
                Arguments.of(new NoResponseException("lost"), ERROR),
                Arguments.of(new UnreadableResponseException("HTML"), ERROR),
                Arguments.of(
                        ApiException.builder("no", Status.of(Code.PERMISSION_DENIED, "no"), 403)
                                .build(),
                        ERROR));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void onlyBadInputIsUsage(RuntimeException failure, ExitCode code) {
        assertThat(ExitCode.of(failure)).isEqualTo(code);
    }
}
