// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every call ends as it has to, and in time, whatever fails at whatever moment; {@code docs/FAULTS.md} says how. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class FaultMatrixTest {
    private static final String HEAP = "288m";
    private static final Path WRITTEN = Path.of("docs/FAULTS.md");
    private static final Path NOW = Path.of("integration-tests/target/FAULTS.md");

    @TempDir
    Path directory;

    @Test
    void everyCallEndsAsItHasToAndInTime() throws Exception {
        Map<String, String> endings = run();
        assertThat(endings.remove("threads"))
                .as("threads of the client that are left")
                .isEmpty();
        assertThat(endings.remove("sockets")).as("sockets that are left").isEqualTo("0");
        Path root = root();
        String table = FaultTable.of(endings, HEAP.replace("m", " MB"));
        Files.createDirectories(root.resolve(NOW).getParent());
        Files.writeString(root.resolve(NOW), table);
        assertThat(wrong(endings))
                .as("cells that end otherwise than ExpectedEnding says")
                .isEmpty();
        assertThat(table)
                .as("the table of faults; if it changes on purpose, run in the repository: cp %s %s", NOW, WRITTEN)
                .isEqualTo(Files.exists(root.resolve(WRITTEN)) ? Files.readString(root.resolve(WRITTEN)) : "");
    }

    private Map<String, String> run() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx" + HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        FaultMatrix.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        Map<String, String> endings = new TreeMap<>();
        for (String line : Files.readAllLines(directory.resolve("endings.tsv"))) {
            int tab = line.indexOf('\t');
            endings.put(line.substring(0, tab), line.substring(tab + 1));
        }
        return endings;
    }

    private static List<String> wrong(Map<String, String> endings) {
        List<String> wrong = new ArrayList<>();
        for (Cell cell : Cell.all()) {
            List<String> expected = ExpectedEnding.of(cell);
            String seen = endings.getOrDefault(cell.id(), "not run");
            if (cell.whyNot().isEmpty() && !expected.contains(seen)) {
                wrong.add(cell.id() + ": " + seen + ", and not " + String.join(" or ", expected));
            }
        }
        return wrong;
    }

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("ARCHITECTURE.md"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
