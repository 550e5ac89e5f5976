// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static dev.longrun.cli.Shell.FULL;
import static dev.longrun.cli.Shell.OPERATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.service.ApiMethod;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.Fault;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process with little memory, few threads or few files ends in time and tells what became of each name. */
@Timeout(240)
class FewResourcesTest {
    private static final int MANY = 200;
    private static final List<String> SMALL_HEAP = List.of("-Xmx64m", "-XX:TieredStopAtLevel=1");

    @TempDir
    Path directory;

    @Test
    void aSmallHeapReadsLargeOperations() throws Exception {
        List<String> names = names(8);
        List<String> words = new ArrayList<>(List.of("cancel", "--timeout=10s", "--quiet"));
        words.addAll(names);
        try (FakeOperationsServer server = FakeOperationsServer.start()) {
            server.faults().on(ApiMethod.GET).always(Fault.padded(7 << 20));
            words.addAll(List.of("--endpoint", server.url()));
            try (ChildProcess lro = ChildProcess.lro(directory, SMALL_HEAP, words.toArray(String[]::new))) {
                assertThat(lro.exitCode()).isIn(0, 1, 4, 5);
                assertToldAll(lro, names);
            }
        }
    }

    @Test
    void aSmallHeapReadsOddNames() throws Exception {
        String versions = "v1/".repeat(2_000);
        String longName = FULL + "x".repeat(100_000);
        try (FakeOperationsServer server = FakeOperationsServer.start();
                ChildProcess lro = ChildProcess.lro(
                        directory,
                        SMALL_HEAP,
                        "cancel",
                        "--quiet",
                        "--endpoint",
                        server.url(),
                        versions,
                        "//file.googleapis.com/" + versions + OPERATIONS + "deep",
                        longName,
                        FULL + "cancels-0-good")) {
            assertThat(lro.exitCode()).isEqualTo(2);
            assertThat(lro.out().lines())
                    .hasSize(2)
                    .anyMatch(line -> line.startsWith("CANCELLED ") && line.contains("cancels-0-good"))
                    .anyMatch(line -> line.startsWith("NOT_FOUND ") && line.contains("x".repeat(100_000)));
            assertThat(lro.err().lines().filter(line -> line.startsWith("lro: a name holds no version; leave out v1/")))
                    .hasSize(2);
            assertNoTrace(lro);
        }
    }

    /** The stack of each thread takes a quarter of a gibibyte of the address space: also for the superuser a limit. */
    @ParameterizedTest
    @ValueSource(ints = {2_900, 4_400})
    void fewThreadsCancelManyNames(int mebibytes) throws Exception {
        List<String> options = List.of(
                "-Xlog:disable",
                "-XX:ThreadStackSize=262144",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-XX:ReservedCodeCacheSize=32m",
                "-XX:CompressedClassSpaceSize=32m",
                "-XX:TieredStopAtLevel=1");
        cancelMany("export MALLOC_ARENA_MAX=1 && ulimit -v " + mebibytes * 1024L, options, "3s");
    }

    @Test
    void fewOpenFilesCancelManyNames() throws Exception {
        int jars = System.getProperty("java.class.path").split(File.pathSeparator).length;
        cancelMany("ulimit -n " + (48 + jars), List.of("-XX:TieredStopAtLevel=1"), "1m");
        assertThat(Files.readString(directory.resolve("out"))).hasLineCount(MANY);
    }

    private void cancelMany(String limit, List<String> options, String timeout) throws Exception {
        List<String> names = names(MANY);
        Path file = Files.write(directory.resolve("names"), names);
        try (FakeOperationsServer server = FakeOperationsServer.start();
                ChildProcess lro = ChildProcess.limitedLro(
                        directory,
                        limit,
                        options,
                        "cancel",
                        "--timeout=" + timeout,
                        "--quiet",
                        "--from-file=" + file,
                        "--endpoint",
                        server.url())) {
            assertThat(lro.exitCode()).isIn(0, 1, 4, 5);
            if (server.requestCount() == 0) { // there was no thread to begin with
                assertThat(lro.exitCode()).isEqualTo(1);
                assertThat(lro.err()).contains("lro: ").contains("OutOfMemoryError: unable to create native thread");
                assertNoTrace(lro);
            } else {
                assertToldAll(lro, names);
            }
        }
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> FULL + "cancels-0-n" + i + "-")
                .toList();
    }

    private static void assertToldAll(ChildProcess lro, List<String> names) throws Exception {
        String told = lro.out() + lro.err();
        assertThat(names).allMatch(name -> told.contains(name.substring(FULL.length())));
        assertNoTrace(lro);
    }

    private static void assertNoTrace(ChildProcess lro) throws Exception {
        assertThat(lro.err()).doesNotContain("\tat ", "a bug in lro");
    }
}
