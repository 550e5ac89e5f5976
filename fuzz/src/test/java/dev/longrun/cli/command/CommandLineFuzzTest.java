// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
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
                REGISTRY,
                new NameDefaults(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false),
                note -> {});
        try {
            assertThat(parser.parse(text)).isNotNull();
        } catch (IllegalArgumentException expected) {
            assertThat(expected.getMessage()).isNotBlank();
        }
    }
}
