// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static dev.longrun.cli.Shell.FULL;
import static dev.longrun.cli.Shell.OPERATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.time.TimeSource;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A project and a location of the environment complete what is missing, visibly, and change nothing that is there. */
@Timeout(30)
class ImplicitPlaceTest {
    private final Shell shell = Shell.start(TimeSource.system());

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        shell.close();
    }

    private Shell in(String project, String region) {
        return shell.with("CLOUDSDK_CORE_PROJECT", project).with("CLOUDSDK_COMPUTE_REGION", region);
    }

    @Test
    void aCancelSaysWhichItUses() {
        in("p", "us-central1").lro("cancel", "cancels-0-a", "--service=file");
        assertThat(shell.requests()).first().isEqualTo("POST /v1/" + OPERATIONS + "cancels-0-a:cancel");
        assertThat(shell.err())
                .contains("lro: project p, of CLOUDSDK_CORE_PROJECT\n")
                .contains("lro: location us-central1, of CLOUDSDK_COMPUTE_REGION\n");
    }

    @Test
    void aReadSaysItOnlyIfVerboseAndAQuietCancelNotAtAll() {
        in("p", "us-central1").lro("get", "done-a", "--service=file");
        assertThat(shell.err()).doesNotContain("of CLOUDSDK");
        shell.lro("get", "--verbose", "done-a", "--service=file");
        assertThat(shell.err()).contains("lro: project p, of CLOUDSDK_CORE_PROJECT\n");
        shell.clear();
        shell.lro("cancel", "--quiet", "cancels-0-a", "--service=file");
        assertThat(shell.err()).isEmpty();
    }

    @Test
    void optionsWinAndAreNotMentioned() {
        in("other", "europe-west1").lro("delete", "done-a", "--service=file", "--project=p", "--location=us-central1");
        assertThat(shell.requests()).containsExactly("DELETE /v1/" + OPERATIONS + "done-a");
        assertThat(shell.err()).doesNotContain("of CLOUDSDK");
    }

    @Test
    void aFullNameStaysAsItIsAndNoConfigurationIsReadForIt() throws Exception {
        Path gcloud = Files.createDirectories(directory.resolve("configurations"));
        Files.writeString(gcloud.resolve("config_default"), "damaged");
        shell.with("CLOUDSDK_CONFIG", directory.toString());
        assertThat(shell.lro("get", FULL + "done-a")).as(shell.err()).isZero();
        assertThat(shell.lro("get", OPERATIONS + "done-a", "--service=file")).isZero();
        assertThat(shell.lro("list", "//file.googleapis.com/" + Shell.PARENT)).isZero();

        in("other", "nowhere1");
        shell.clear();
        assertThat(shell.lro("cancel", FULL + "done-a")).isEqualTo(3);
        assertThat(shell.err()).doesNotContain("nowhere1", "other");
        assertThat(shell.requests()).allMatch(line -> line.contains("/v1/" + Shell.PARENT + "/operations"));
    }

    @Test
    void aDamagedConfigurationIsAnErrorWhereAnIdNeedsIt() throws Exception {
        Path gcloud = Files.createDirectories(directory.resolve("configurations"));
        Files.writeString(gcloud.resolve("config_default"), "damaged");
        shell.with("CLOUDSDK_CONFIG", directory.toString());
        assertThat(shell.lro("get", "done-a", "--service=file")).isEqualTo(2);
        assertThat(shell.err()).contains("line 1: expected a section", "give --project");
        assertThat(shell.requests()).isEmpty();
    }

    @Test
    void aServiceWithoutLocationsIgnoresThatOfTheEnvironment() {
        in("p", "us-central1").lro("get", "done-a", "--service=sqladmin");
        assertThat(shell.requests()).containsExactly("GET /v1/projects/p/operations/done-a");
    }

    @ParameterizedTest
    @CsvSource({
        "file,     us-central1-b, projects/p/locations/us-central1-b",
        "dataplex, us-central1-b, projects/p/locations/us-central1",
        "file,     us-central1,   projects/p/locations/us-central1",
        "dataplex, us-central1,   projects/p/locations/us-central1",
        "compute,  us-central1-b, projects/p/zones/us-central1-b"
    })
    void aZoneIsOneWhereTheServiceHasZones(String service, String zone, String parent) {
        shell.with("GOOGLE_CLOUD_PROJECT", "p").with("CLOUDSDK_COMPUTE_ZONE", zone);
        shell.lro("get", "done-a", "--service=" + service);
        assertThat(shell.requests()).as(shell.err()).singleElement().asString().contains(parent + "/operations/done-a");
    }

    @Test
    void aMissingParentIsMadeOfIt() {
        assertThat(in("p", "us-central1").lro("list", "--service=file")).isZero();
        assertThat(shell.requests()).singleElement().asString().startsWith("GET /v1/" + Shell.PARENT + "/operations");
        assertThat(shell.lro("sweep", "--service=file")).isZero();
        assertThat(shell.err()).contains("lro: project p, of CLOUDSDK_CORE_PROJECT\n");
    }

    @Test
    void operationsWithoutAParentStaySo() {
        assertThat(in("p", "us-central1").lro("list", "--service=speech"))
                .as(shell.err())
                .isZero();
        assertThat(shell.requests()).singleElement().asString().startsWith("GET /v1/operations");
    }

    @Test
    void anIdWithoutAServiceIsStillRefused() {
        assertThat(in("p", "us-central1").lroWithoutEndpoint("cancel", "--no-auth", "my-op"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("a name alone does not tell its service");
    }
}
