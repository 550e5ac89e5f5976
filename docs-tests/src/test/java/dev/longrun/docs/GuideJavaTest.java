// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.testkit.FakeOperationsServer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The Java blocks of all documents compile, and their programs print what the pages show. */
@Timeout(300)
class GuideJavaTest {
    @TempDir
    Path directory;

    private final FakeOperationsServer server = FakeOperationsServer.start();

    @BeforeEach
    void populate() {
        FakeWorld.populate(server);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void allBlocksCompileAndAllProgramsPrintWhatIsShown() throws Exception {
        List<FencedBlock> blocks = FencedBlock.all("java");
        List<SourceText> sources = SnippetCompiler.sources(
                blocks.stream().map(FencedBlock::snippet).toList());
        assertThat(SnippetCompiler.compile(sources, directory))
                .as("errors in Java blocks; GuideReader has the names that fragments may use")
                .isEmpty();

        Map<String, FencedBlock> programs = new TreeMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (sources.get(i).isProgram() && blocks.get(i).modules().isEmpty()) {
                programs.put(sources.get(i).typeName(), blocks.get(i));
            }
        }
        Map<String, String> printed = run(List.copyOf(programs.keySet()));
        SoftAssertions.assertSoftly(all -> programs.forEach((name, block) -> {
            String shown = shownAfter(block);
            all.assertThat(printed.get(name))
                    .as("output of the program in %s; the page shows%n%s", block, shown)
                    .matches(text -> ShownOutput.matches(shown, text));
        }));
    }

    private static String shownAfter(FencedBlock program) {
        return FencedBlock.of(program.page()).stream()
                .filter(block -> block.language().equals("text") && block.directlyFollows(program))
                .map(FencedBlock::text)
                .findFirst()
                .orElseThrow(() -> new AssertionError(program + ": a program has its output after it, as ```text"));
    }

    /** Output by class. */
    private Map<String, String> run(List<String> programs) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                directory + File.pathSeparator + System.getProperty("java.class.path"),
                ProgramHost.class.getName()));
        command.addAll(programs);
        Path output = directory.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("LONGRUN_ENDPOINT", server.url());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        Map<String, String> printed = new TreeMap<>();
        for (String part : Files.readString(output, StandardCharsets.UTF_8).split("(?m)^" + ProgramHost.MARK)) {
            int end = part.indexOf('\n');
            printed.put(part.substring(0, Math.max(end, 0)), part.substring(end + 1));
        }
        return printed;
    }
}
