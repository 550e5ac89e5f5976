// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.longrun.cli.name.DefaultPlace;
import dev.longrun.cli.name.NameDefaults;
import dev.longrun.cli.name.OperationNameParser;
import dev.longrun.cli.process.ProcessEnvironment;
import dev.longrun.service.ServiceRegistry;
import java.util.Optional;
import picocli.CommandLine.ParameterException;

/** Command lines and names on them: understood, or refused with a sentence. Nothing is run. */
class CommandLineFuzzTest {
    private static final ServiceRegistry REGISTRY = ServiceRegistry.load();

    /** @param input one word a line, without the {@code lro} before it */
    @FuzzTest(maxDuration = "60s")
    void words(byte[] input) {
        String text = new String(input, UTF_8);
        try {
            assertThat(CommandTree.tree(ProcessEnvironment.ofProcess()).parseArgs(text.split("\n")))
                    .isNotNull();
        } catch (ParameterException expected) {
            assertThat(expected.getMessage()).isNotBlank();
        }
    }

    @FuzzTest(maxDuration = "60s")
    void names(byte[] input) {
        String text = new String(input, UTF_8);
        OperationNameParser parser = new OperationNameParser(
                REGISTRY, new NameDefaults(Optional.empty(), Optional.empty(), new NoPlace(), false), note -> {});
        try {
            assertThat(parser.parse(text)).isNotNull();
        } catch (IllegalArgumentException expected) {
            assertThat(expected.getMessage()).isNotBlank();
        }
    }

    private record NoPlace() implements DefaultPlace {
        @Override
        public Optional<String> project() {
            return Optional.empty();
        }

        @Override
        public Optional<String> location(boolean zones) {
            return Optional.empty();
        }

        @Override
        public boolean isGiven() {
            return false;
        }

        @Override
        public boolean isLocationGiven() {
            return false;
        }
    }
}
