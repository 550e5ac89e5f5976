// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.time.TimeSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many top-level types of the core the first cancel of a process loads, besides what the client, the names and the
 * options have loaded: what that cancel waits for, and what a reader of the flow meets. The server is in this process.
 */
class LoadedClassesTest {
    /** These numbers may only fall. */
    private static final int ONE_CANCEL = 45;

    private static final int MANY_CANCELS = 60;

    private static final Pattern LOADED = Pattern.compile("(?m)\\[class,load] (dev\\.longrun\\.[\\w.$]+) source: \\S");
    private static final Pattern OURS = Pattern.compile(
            "dev\\.longrun\\.(?:[A-Z]|(?:%s)\\.[A-Z]).*"
                    .formatted(
                            "auth|call|cancel|endpoint|error|googleauth|http|journal|json|location|name|okhttp|operation|rpc|service|sweep|text|time|watch|wire"));

    @TempDir
    Path directory;

    @Test
    void oneCancel() throws Exception {
        assertThat(typesLoadedBy("one"))
                .as("types of the core that one cancel loads")
                .hasSizeLessThanOrEqualTo(ONE_CANCEL);
    }

    @Test
    void manyCancelsWithAJournal() throws Exception {
        assertThat(typesLoadedBy("many", directory.resolve("journal").toString()))
                .as("types of the core that cancelAll with a journal loads")
                .hasSizeLessThanOrEqualTo(MANY_CANCELS);
    }

    private Set<String> typesLoadedBy(String... arguments) throws IOException, InterruptedException {
        try (FakeOperationsServer server =
                FakeOperationsServer.start(TimeSource.system(), List.of(LoadedClassesProgram.FILE), 0)) {
            Path log = directory.resolve("classes");
            ProcessBuilder java = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Xshare:auto",
                    "-Xlog:class+load:file=" + log + ":tags",
                    "--class-path=" + System.getProperty("java.class.path"),
                    LoadedClassesProgram.class.getName(),
                    server.url());
            java.command().addAll(List.of(arguments));
            Process process = java.redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            assertThat(output).contains("cancelled");
            return newTypes(LOADED.matcher(Files.readString(log))
                    .results()
                    .map(result -> result.group(1))
                    .toList());
        }
    }

    private static Set<String> newTypes(List<String> loaded) {
        int begin = loaded.indexOf(LoadedClassesProgram.Begin.class.getName());
        int end = loaded.indexOf(LoadedClassesProgram.End.class.getName());
        Set<String> types = topLevel(loaded.subList(begin, end));
        types.removeAll(topLevel(loaded.subList(0, begin)));
        return types;
    }

    private static Set<String> topLevel(List<String> loaded) {
        return loaded.stream()
                .filter(OURS.asMatchPredicate())
                .map(name -> name.replaceFirst("\\$.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
