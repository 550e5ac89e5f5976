// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cli.process.ProcessEnvironment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What a command prints to be run again has the options that lead to the same server in the same way. */
class ClientOptionsTest {
    private static final String[] ALL = {
        "--endpoint", "http://lab.example",
        "--quota-project", "billed",
        "--impersonate-service-account", "a@p.iam.gserviceaccount.com",
        "--access-token-file", "token",
        "--reason", "ticket 17",
        "--plaintext"
    };

    @Test
    void areWrittenOutAgain() {
        ClientOptions options = new ClientOptions();
        new CommandLine(options).parseArgs(ALL);
        assertThat(options.given()).containsExactly(ALL);
    }

    @Test
    void theEndpointOfTheVariableIsWrittenOutToo() {
        ClientOptions options = new ClientOptions();
        new CommandLine(options).parseArgs();
        options.config(context(Map.of("LONGRUN_ENDPOINT", "http://127.0.0.1:9")));
        assertThat(options.given()).isEqualTo(List.of("--endpoint", "http://127.0.0.1:9"));
    }

    @Test
    void projectAndLocationOfTheEnvironmentAreWrittenOutOnceTheyWereUsed() {
        NameOptions options = new NameOptions();
        new CommandLine(options).parseArgs("--service", "file");
        CommandContext context =
                context(Map.of("CLOUDSDK_CORE_PROJECT", "p", "CLOUDSDK_COMPUTE_REGION", "us-central1"));
        assertThat(options.given()).containsExactly("--service", "file");
        var defaults = options.defaults(context, true);
        assertThat(options.given()).containsExactly("--service", "file");
        defaults.project();
        defaults.location("file.googleapis.com");
        assertThat(options.given()).containsExactly("--service", "file", "--project", "p", "--location", "us-central1");
    }

    private static CommandContext context(Map<String, String> variables) {
        ProcessEnvironment process = ProcessEnvironment.ofProcess();
        return new CommandContext(
                new ProcessEnvironment(
                        process.in(),
                        false,
                        process.out(),
                        process.err(),
                        false,
                        variables,
                        process.time(),
                        process.signals()),
                new OutputOptions());
    }
}
