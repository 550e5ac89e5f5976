// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static dev.longrun.cli.Shell.OPERATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.json.JsonObject;
import dev.longrun.testkit.VirtualTime;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that the catalog does not have, by the URLs of their operations. */
class UnlistedServiceTest {
    private static final String NOTE =
            "lro: foo.googleapis.com is not in the catalog; the standard form of google.longrunning is used\n";

    private final Shell shell = Shell.start(VirtualTime.manual());

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        shell.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://foo.googleapis.com/v1/" + OPERATIONS, "https://us-foo.googleapis.com/v1/" + OPERATIONS})
    void areReadInTheStandardForm(String url) {
        assertThat(shell.lro("get", "--format=json", url + "done-a", url + "done-b"))
                .describedAs(shell::err)
                .isZero();
        assertThat(shell.requests())
                .containsExactlyInAnyOrder("GET /v1/" + OPERATIONS + "done-a", "GET /v1/" + OPERATIONS + "done-b");
        assertThat(shell.err()).isEqualTo(NOTE);
        assertThat(shell.out().lines().map(JsonObject::parse))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.string("service")).hasValue("foo.googleapis.com"));
    }

    @Test
    void areCancelledListedAndDeletedInIt() {
        String url = "https://foo.googleapis.com/v1/" + OPERATIONS + "cancels-0-a";
        assertThat(shell.lro("cancel", "--async", "--quiet", url))
                .describedAs(shell::err)
                .isZero();
        assertThat(shell.lro("delete", "--quiet", url)).describedAs(shell::err).isZero();
        assertThat(shell.lro("list", "--quiet", "https://foo.googleapis.com/v1/" + Shell.PARENT + "/operations"))
                .describedAs(shell::err)
                .isZero();
        assertThat(shell.requests())
                .contains(
                        "POST /v1/" + OPERATIONS + "cancels-0-a:cancel",
                        "DELETE /v1/" + OPERATIONS + "cancels-0-a",
                        "GET /v1/" + Shell.PARENT + "/operations");
        assertThat(shell.err()).isEmpty();
    }

    @Test
    void mayHaveTheirVersionApart() {
        String name = "//foo.googleapis.com/" + OPERATIONS + "done-a";
        assertThat(shell.lro("get", name)).isEqualTo(2);
        assertThat(shell.err())
                .startsWith("lro: no service \"foo.googleapis.com\" is known")
                .contains("--api-version");
        shell.clear();
        assertThat(shell.lro("get", "--format=json", name, "--api-version=v1")).isZero();
        assertThat(shell.err()).isEqualTo(NOTE);
        assertThat(shell.requests()).containsExactly("GET /v1/" + OPERATIONS + "done-a");
    }

    @Test
    void areKnownAgainInRows() throws Exception {
        String url = "https://us-central1-foo.googleapis.com/v1/" + OPERATIONS;
        shell.lro("get", "--format=json", url + "done-a");
        Path rows = Files.writeString(directory.resolve("rows"), shell.out());
        shell.clear();
        assertThat(shell.lro("get", "--format=json", "--from-file=" + rows)).isZero();
        assertThat(shell.err()).startsWith(NOTE).containsOnlyOnce("catalog");
        assertThat(shell.json().string("endpoint")).hasValue("https://us-central1-foo.googleapis.com");
    }

    @Test
    void areKnownAgainInJournals() {
        String url = "https://us-central1-foo.googleapis.com/v1/" + OPERATIONS;
        String journal = directory.resolve("journal").toString();
        try (Shell inTime = Shell.start()) {
            inTime.lro("cancel", "--quiet", "--timeout=1s", "--journal", journal, url + "stuck-a");
            inTime.lro("cancel", "--timeout=1s", "--resume", journal);
            assertThat(inTime.err()).contains(NOTE);
            inTime.clear();
            inTime.lro("cancel", "--quiet", "--timeout=1s", "--format=json", "--resume", journal);
            assertThat(inTime.json().string("service")).hasValue("foo.googleapis.com");
            assertThat(inTime.json().string("endpoint")).hasValue("https://us-central1-foo.googleapis.com");
        }
    }

    @Test
    void mayBeAtTheEndpointThatTheUserNames() {
        assertThat(shell.lro("get", "--format=json", shell.server.url() + "/v1/" + OPERATIONS + "done-a"))
                .isZero();
        String host = URI.create(shell.server.url()).getHost();
        assertThat(shell.err())
                .isEqualTo(
                        "lro: " + host + " is not in the catalog; the standard form of google.longrunning is used\n");
        assertThat(shell.requests()).containsExactly("GET /v1/" + OPERATIONS + "done-a");
    }

    @Test
    void ofAnotherHostAreRefused() {
        assertThat(shell.lro("cancel", "https://foo.example.com/v1/" + OPERATIONS + "done-a"))
                .isEqualTo(2);
        assertThat(shell.err()).startsWith("lro: no service \"foo.example.com\" is known");
        assertThat(shell.requests()).isEmpty();
    }

    @Test
    void thatAreMisspeltInAnOptionAreGuessed() {
        assertThat(shell.lro("get", OPERATIONS + "o", "--service=comptue")).isEqualTo(2);
        assertThat(shell.err()).isEqualTo("lro: no service \"comptue\" is known; similar: compute, composer\n");
    }

    /** A service of which the catalog knows all: nothing is said. */
    @Test
    void areNotThoseOfTheCatalog() {
        String name = "projects/p/locations/l/datasets/d/operations/cancels-0-1";
        assertThat(shell.lro("cancel", "--async", "--format=json", "https://healthcare.googleapis.com/v1/" + name))
                .describedAs(shell::err)
                .isZero();
        assertThat(shell.requests()).containsExactly("POST /v1/" + name + ":cancel");
        assertThat(shell.err()).isEmpty();
    }
}
