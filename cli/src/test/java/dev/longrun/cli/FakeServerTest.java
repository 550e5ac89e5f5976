// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code lro fake-server}: where it listens, and what it serves. */
@Timeout(60)
class FakeServerTest {
    private static final String PATH = "/v1/projects/p/locations/l/operations/stuck-a";

    private final Shell shell = Shell.start();

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void listensOnTheLoopbackInterface() throws Exception {
        CompletableFuture<Integer> code = start();

        assertThat(url()).startsWith("http://127.0.0.1:");
        assertThat(end(code)).isEqualTo(130);
        assertThat(shell.err()).doesNotContain("listens");
    }

    @Test
    void saysThatItListensOnOtherInterfaces() throws Exception {
        CompletableFuture<Integer> code = start("--host", "0.0.0.0");

        assertThat(get(url() + PATH)).contains("\"name\"");
        assertThat(end(code)).isEqualTo(130);
        assertThat(shell.out()).hasLineCount(1);
        assertThat(shell.err())
                .contains("lro: listens on 0.0.0.0: every machine that reaches this address can read and change its"
                        + " operations");
    }

    @Test
    void hasTheTypesOfTheOnlyService() throws Exception {
        CompletableFuture<Integer> one = start("--service", "dataplex.googleapis.com");

        assertThat(get(url() + PATH)).contains("google.cloud.dataplex.v1.OperationMetadata");
        end(one);
        shell.clear();
        CompletableFuture<Integer> all = start();
        assertThat(get(url() + PATH)).doesNotContain("metadata");
        end(all);
    }

    @Test
    void knowsServicesByTheirShortNames() throws Exception {
        CompletableFuture<Integer> code = start("--service", "filestore");

        assertThat(get(url() + PATH)).contains("google.cloud.common.OperationMetadata");
        end(code);
    }

    /** The Python client of v1beta1 polls there, and can read only that version's types. */
    @Test
    void hasTheTypesOfTheOnlyVersion() throws Exception {
        String path = "/ui/projects/p/locations/l/endpoints/e/operations/stuck-a";
        CompletableFuture<Integer> all = start("--service", "aiplatform");
        assertThat(get(url() + path)).contains("google.cloud.aiplatform.v1.DeployModelOperationMetadata");
        end(all);
        shell.clear();

        CompletableFuture<Integer> one = start("--service", "aiplatform", "--api-version", "v1beta1");
        assertThat(get(url() + path)).contains("google.cloud.aiplatform.v1beta1.DeployModelOperationMetadata");
        assertThat(get(url() + "/v1/projects/p/locations/l/operations/stuck-a")).contains("404");
        end(one);
    }

    @Test
    void servesOneVersionOfAllServices() throws Exception {
        CompletableFuture<Integer> code = start("--api-version", "v1beta4");

        assertThat(get(url() + "/sql/v1beta4/projects/p/operations/stuck-a")).contains("sql#operation");
        assertThat(get(url() + PATH)).contains("404");
        end(code);
    }

    @Test
    void refusesAVersionThatTheServiceDoesNotHave() {
        assertThat(shell.lroWithoutEndpoint("fake-server", "--service", "filestore", "--api-version", "v9"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("has no version \"v9\"");
    }

    @Test
    void refusesAServiceThatNoTableHas() {
        assertThat(shell.lroWithoutEndpoint("fake-server", "--service", "nosuch"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("nosuch");
    }

    @Test
    void saysInOneLineOfJsonWhereItIs() throws Exception {
        CompletableFuture<Integer> code = start("--format=json", "--host", "0.0.0.0");

        JsonObject line = JsonObject.parse(url());
        String url = line.string("url").orElseThrow();
        assertThat(url).isEqualTo("http://127.0.0.1:" + line.integer("port").getAsLong());
        assertThat(line.string("host")).contains("127.0.0.1");
        assertThat(line.integer("pid")).hasValue(ProcessHandle.current().pid());
        assertThat(get(line.string("admin").orElseThrow() + "/health")).isEqualTo("{\"status\":\"ok\"}");
        end(code);
    }

    @Test
    void hasAVirtualClockThatStandsStill() throws Exception {
        CompletableFuture<Integer> code = start("--clock", "virtual");

        assertThat(get(url() + "/__admin/time")).isEqualTo("{\"now\":\"2026-01-01T00:00:00Z\"}");
        end(code);
    }

    @Test
    void refusesAClockThatThereIsNot() {
        assertThat(shell.lroWithoutEndpoint("fake-server", "--clock", "sundial"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("expected system or virtual; got \"sundial\"");
    }

    @Test
    void endsWhenStdinEnds() {
        assertThat(shell.lroWithoutEndpoint("fake-server", "--until-eof")).isZero();
    }

    private CompletableFuture<Integer> start(String... options) {
        String[] line = new String[options.length + 1];
        line[0] = "fake-server";
        System.arraycopy(options, 0, line, 1, options.length);
        return CompletableFuture.supplyAsync(() -> shell.lroWithoutEndpoint(line));
    }

    private String url() {
        while (!shell.out().contains("\n")) {
            Thread.onSpinWait();
        }
        return shell.out().strip();
    }

    private int end(CompletableFuture<Integer> code) throws Exception {
        shell.signals.interrupt();
        return code.get();
    }

    private static String get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }
}
