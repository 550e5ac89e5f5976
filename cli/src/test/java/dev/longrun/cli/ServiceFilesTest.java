// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.service.ServiceTable;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.ServedRequest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services that a file of the user defines. */
class ServiceFilesTest {
    private static final String LAB = """
            service  lab.example.com
            aliases  lab
            versions v1
            names
              racks/*/operations/*  get list delete
            rules
              cancel POST /{version}/{name=racks/*/operations/*}/stop
            """;
    private static final String NAME = "racks/r7/operations/";

    private final Shell shell = Shell.start();

    @TempDir
    Path directory;

    private Path lab = Path.of("");
    private FakeOperationsServer server = shell.server;

    @BeforeEach
    void define() throws IOException {
        lab = Files.writeString(directory.resolve("lab.services"), LAB);
        server = FakeOperationsServer.start(
                shell.time, ServiceTable.parse("lab", LAB).definitions("lab.example.com"), 0);
    }

    @AfterEach
    void close() {
        server.close();
        shell.close();
    }

    private int lro(String... arguments) {
        return shell.lroWithoutEndpoint(
                Stream.concat(Stream.of(arguments), Stream.of("--endpoint=" + server.url(), "--quiet"))
                        .toArray(String[]::new));
    }

    @Test
    void areUsedLikeThoseOfTheCatalog() {
        assertThat(lro("cancel", "--services=" + lab, "//lab.example.com/" + NAME + "cancels-0-a"))
                .describedAs(shell::err)
                .isZero();
        assertThat(lro("get", "--services=" + lab, "--service=lab", NAME + "done-a"))
                .describedAs(shell::err)
                .isZero();
        assertThat(lro("list", "--services=" + lab, "https://lab.example.com/v1/racks/r7/operations"))
                .describedAs(shell::err)
                .isZero();
        assertThat(server.requests().stream().map(ServedRequest::line))
                .contains(
                        "POST /v1/" + NAME + "cancels-0-a/stop",
                        "GET /v1/" + NAME + "done-a",
                        "GET /v1/racks/r7/operations");
    }

    @Test
    void mayBeNamedByTheVariable() {
        shell.with("LONGRUN_SERVICES", File.pathSeparator + lab);
        assertThat(shell.lroWithoutEndpoint("services", "lab")).isZero();
        assertThat(shell.out()).contains("POST    /v1/{name=racks/*/operations/*}/stop");
    }

    @Test
    void areKnownToTheFakeServerAndAListOfServices() {
        assertThat(shell.lroWithoutEndpoint("services", "--services=" + lab)).isZero();
        assertThat(shell.out()).contains("lab.example.com").contains("file.googleapis.com");
    }

    @Test
    void ofAResumedJournalAreThoseOfTheFile() {
        Path journal = directory.resolve("journal");
        lro(
                "cancel",
                "--timeout=1s",
                "--services=" + lab,
                "--journal=" + journal,
                "//lab.example.com/" + NAME + "stuck-a");
        shell.clear();
        assertThat(lro("cancel", "--timeout=1s", "--resume=" + journal)).isEqualTo(2);
        assertThat(shell.err()).startsWith("lro: no service \"lab.example.com\" is known");
        shell.clear();
        assertThat(lro("cancel", "--timeout=1s", "--resume=" + journal, "--services=" + lab))
                .isNotEqualTo(2);
        assertThat(shell.err()).doesNotContain("no service");
    }

    @Test
    void thatAreKnownAlreadyAreReplacedAndThatIsSaid() throws IOException {
        Path mine = Files.writeString(
                directory.resolve("mine"),
                "service file.googleapis.com\naliases gke\nversions v1 v7\nnames\nmine/*/operations/* get\n");
        assertThat(shell.lroWithoutEndpoint("services", "file", "--api-version=v1", "--services=" + mine))
                .isZero();
        assertThat(shell.out()).contains("/v1/{name=mine/*/operations/*}").doesNotContain("projects");
        assertThat(shell.err())
                .isEqualTo("lro: file.googleapis.com v1 is as " + mine + " defines it, and not as it was known before\n"
                        + "lro: gke stands for file.googleapis.com as " + mine
                        + " defines it, and not for container.googleapis.com\n"
                        + "SERVICE              VERSION  RPC     METHOD  PATH\n");
    }

    @Test
    void ofALaterFileWin() throws IOException {
        Path later = Files.writeString(directory.resolve("later"), LAB.replace("racks", "shelves"));
        shell.lroWithoutEndpoint("services", "lab", "--services=" + lab, "--services=" + later, "--quiet");
        assertThat(shell.out()).contains("shelves").doesNotContain("racks");
        shell.clear();
        shell.with("LONGRUN_SERVICES", later.toString());
        shell.lroWithoutEndpoint("services", "lab", "--services=" + lab, "--quiet");
        assertThat(shell.out()).contains("racks").doesNotContain("shelves");
    }

    @Test
    void withAMistakeAreRefusedWithFileAndLine() throws IOException {
        Path bad = Files.writeString(directory.resolve("bad"), LAB.replace("list", "lists"));
        assertThat(lro("get", "//file.googleapis.com/projects/p/operations/o", "--services=" + bad))
                .isEqualTo(2);
        assertThat(shell.err())
                .isEqualTo("lro: " + bad + ":5: unknown rpc \"lists\"; expected get, list, cancel, delete or wait\n");
        shell.clear();
        assertThat(lro("get", "o", "--services=" + bad + "-not")).isEqualTo(2);
        assertThat(shell.err()).isEqualTo("lro: services file " + bad + "-not: there is no such file\n");
        assertThat(server.requests()).isEmpty();
    }
}
