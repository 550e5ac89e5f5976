// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static dev.longrun.cli.Shell.FULL;
import static dev.longrun.cli.Shell.OPERATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.service.ApiMethod;
import dev.longrun.testkit.FakeOperationsServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own can show: signals, exit codes, and which classes are loaded. */
@Timeout(240)
class ProcessTest {
    @TempDir
    Path directory;

    @Nested
    class Interrupted {

        @Test
        void exits130AndHasCancelledNothingMore() throws Exception {
            try (FakeOperationsServer server = FakeOperationsServer.start();
                    ChildProcess lro = lro("cancel", FULL + "stuck-a", "--endpoint", server.url())) {
                CountDownLatch waiting = new CountDownLatch(1);
                server.onRequest(request -> {
                    if (request.rpc().filter(ApiMethod.GET::equals).isPresent()) {
                        waiting.countDown();
                    }
                });
                waiting.await();
                lro.signal("INT");
                assertThat(lro.exitCode()).isEqualTo(130);
                assertThat(lro.out()).isEmpty();
                assertThat(lro.err())
                        .startsWith("lro: interrupted; nothing more is sent")
                        .contains("lro wait " + FULL + "stuck-a --endpoint " + server.url() + "\n")
                        .doesNotContain("\tat ", "Exception");
                assertThat(server.operationRecord(OPERATIONS + "stuck-a").cancelRequests())
                        .isEqualTo(1);
            }
        }
    }

    @Nested
    class FakeServer {

        @Test
        void servesUntilItIsToldToStop() throws Exception {
            try (ChildProcess lro = lro("fake-server", "--port", "0")) {
                String url = firstLine(lro);
                HttpRequest get = HttpRequest.newBuilder(URI.create(url + "/v1/" + OPERATIONS + "done-a"))
                        .build();
                assertThat(HttpClient.newHttpClient()
                                .send(get, BodyHandlers.ofString())
                                .body())
                        .contains("\"done\":true");
                lro.signal("TERM");
                assertThat(lro.exitCode()).isEqualTo(143);
                assertThat(lro.out()).isEqualTo(url + "\n");
                assertThat(lro.err()).contains("curl " + url).doesNotContain("INFO", "SLF4J");
            }
        }

        private static String firstLine(ChildProcess lro) throws Exception {
            while (!lro.out().contains("\n")) {
                Thread.onSpinWait();
            }
            return lro.out().strip();
        }
    }

    @Nested
    class WithoutWork {

        @Test
        void helpLoadsNothingThatSpeaksHttp() throws Exception {
            assertThat(classesOf("--help")).isNotEmpty().noneMatch(WithoutWork::speaksHttp);
        }

        @Test
        void helpOfACommandLoadsNothingThatSpeaksHttp() throws Exception {
            assertThat(classesOf("cancel", "--help")).isNotEmpty().noneMatch(WithoutWork::speaksHttp);
        }

        @Test
        void versionLoadsNothingThatSpeaksHttp() throws Exception {
            assertThat(classesOf("--version")).isNotEmpty().noneMatch(WithoutWork::speaksHttp);
        }

        @Test
        void aCommandLoadsNoOther() throws Exception {
            assertThat(classesOf("get", "--help")).isNotEmpty().noneMatch(name -> name.endsWith(".CancelCommand"));
        }

        private List<String> classesOf(String... words) throws Exception {
            Path log = directory.resolve("classes");
            try (ChildProcess lro =
                    ChildProcess.lro(directory, List.of("-Xlog:class+load:file=" + log + ":none"), words)) {
                assertThat(lro.exitCode()).isZero();
                assertThat(lro.out()).contains("lro");
            }
            return java.nio.file.Files.readAllLines(log).stream()
                    .map(line -> line.split(" ")[0])
                    .toList();
        }

        private static boolean speaksHttp(String name) {
            return List.of(
                            "okhttp3.",
                            "okio.",
                            "kotlin.",
                            "mockwebserver3.",
                            "com.google.",
                            "com.fasterxml.",
                            "java.net.http.",
                            "dev.longrun.http.",
                            "dev.longrun.auth.",
                            "dev.longrun.OperationsClientBuilder")
                    .stream()
                    .anyMatch(name::startsWith);
        }
    }

    private ChildProcess lro(String... words) throws Exception {
        return ChildProcess.lro(directory, List.of(), words);
    }
}
