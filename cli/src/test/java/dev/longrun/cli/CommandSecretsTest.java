// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cli.EchoingServer.Answer;
import dev.longrun.testkit.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No output or journal of the command has a credential that a server echoes, or a character that a terminal obeys. */
class CommandSecretsTest {
    private static final String FULL_NAME = "//file.googleapis.com/" + EchoingServer.NAME + "a";
    private static final String PARENT = "//file.googleapis.com/projects/p/locations/us-central1";

    private final EchoingServer server = new EchoingServer();
    private final List<String> shown = new ArrayList<>();

    @TempDir
    Path directory;

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<Answer> answers() {
        return EchoingServer.answers().stream();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void areNotShown(Answer answer) throws IOException {
        server.answer(answer);
        for (String format : List.of("--format=table", "--format=json")) {
            lro("get", FULL_NAME, format);
            lro("wait", FULL_NAME, format);
            lro("cancel", FULL_NAME, format);
            lro("cancel", FULL_NAME, format, "--async");
            lro("list", PARENT, format);
        }
        lro("delete", FULL_NAME);
        lro("sweep", PARENT);
        Path names = Files.writeString(directory.resolve("names"), FULL_NAME + "\n");
        Path journal = directory.resolve("journal");
        lro("cancel", "--from-file=" + names, "--journal=" + journal, "--format=json");
        lro("cancel", "--resume=" + journal);
        shown.add(Files.readString(journal));

        assertThat(shown).hasSize(29);
        assertThat(String.join("\n", shown))
                .doesNotContain(EchoingServer.SECRETS)
                .doesNotContain(EchoingServer.OBEYED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--endpoint=https://user:canary-pass-0006@host/x?key=canary-key-0003"})
    void areNotShownFromAnOption(String endpoint) {
        lro("list", PARENT, endpoint);
        assertThat(String.join("\n", shown)).contains("user info").doesNotContain(EchoingServer.SECRETS);
    }

    private void lro(String... words) {
        try (Shell shell = Shell.start(VirtualTime.autoAdvancing(Duration.ofMillis(20)))) {
            List<String> line = new ArrayList<>(List.of(words));
            line.add("-v");
            line.add("--timeout=600ms");
            if (line.stream().noneMatch(word -> word.startsWith("--endpoint"))) {
                line.add("--endpoint=" + server.url());
            }
            shell.lroWithoutEndpoint(line.toArray(String[]::new));
            shown.add(shell.out());
            shown.add(shell.err());
        }
    }
}
