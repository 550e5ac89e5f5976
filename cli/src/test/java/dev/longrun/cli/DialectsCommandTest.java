// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.testkit.TerminalState;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operations of services with a dialect of their own, by the links that those services write. */
class DialectsCommandTest {
    private static final String COMPUTE = "projects/p/zones/us-central1-a/operations/o";
    private static final String GKE = "projects/p/zones/us-central1-a/operations/g";
    private static final String SQL = "projects/p/operations/s";

    private final Shell shell = Shell.start();

    @AfterEach
    void close() {
        shell.close();
    }

    private int lro(String... arguments) {
        return shell.lro(
                Stream.concat(Stream.of(arguments), Stream.of("--quiet")).toArray(String[]::new));
    }

    @Test
    void aCancelOnComputeEngineIsNotSentAndSaysWhatIsLeft() {
        assertThat(lro("cancel", "https://www.googleapis.com/compute/v1/" + COMPUTE))
                .isEqualTo(3);
        assertThat(shell.out())
                .startsWith("UNSUPPORTED       " + COMPUTE)
                .contains("delete the resource that the operation makes")
                .contains("`gcloud compute operations describe`");
        assertThat(shell.server.requests()).isEmpty();
    }

    @Test
    void aCancelWithoutAnOutcomeIsNotSentEither() {
        assertThat(lro("cancel", "--async", "https://www.googleapis.com/compute/v1/" + COMPUTE))
                .isEqualTo(3);
        assertThat(shell.server.requests()).isEmpty();
    }

    @Test
    void anEndOfWhichGkeDoesNotTellTheKindIsNoSuccessOfACancel() {
        shell.server.operation(GKE).afterCancel(Duration.ofSeconds(1), TerminalState.CANCELLED);
        assertThat(lro("cancel", "https://container.googleapis.com/v1/" + GKE, "--format=json"))
                .isEqualTo(5);
        assertThat(shell.json().string("outcome")).hasValue("ENDED");
        shell.clear();
        assertThat(lro("cancel", "https://container.googleapis.com/v1/" + GKE, "--read-first"))
                .isEqualTo(5);
        assertThat(shell.out()).startsWith("ALREADY_DONE      " + GKE).contains("it had ended, cancelled or completed");
        shell.clear();
        assertThat(lro("wait", "https://container.googleapis.com/v1/" + GKE)).isZero();
        assertThat(shell.out()).startsWith("ENDED ");
    }

    @ParameterizedTest
    @CsvSource({
        "compute, us-central1-a, /compute/v1/projects/p/zones/us-central1-a/operations",
        "compute, us-central1,   /compute/v1/projects/p/regions/us-central1/operations",
        "compute, global,        /compute/v1/projects/p/global/operations",
        "gke,     us-central1-a, /v1/projects/p/locations/us-central1-a/operations",
        "gke,     -,             /v1/projects/p/locations/-/operations",
    })
    void aLocationIsAZoneOrARegionWhereTheServiceHasThose(String service, String location, String path) {
        lro("list", "--service", service, "--project", "p", "--location", location);
        lro("get", "o", "--service", service, "--project", "p", "--location", location);
        assertThat(shell.server.requests().get(0).line()).startsWith("GET " + path);
        assertThat(shell.requests()).last().asString().isEqualTo("GET " + path + "/o");
    }

    @ParameterizedTest
    @CsvSource({"CANCELLED, 0, CANCELLED", "COMPLETED, 3, COMPLETED_ANYWAY", "FAILED, 3, FAILED_ANYWAY"})
    void aCancelOnCloudSqlHasTheOutcomeThatItsCodesTell(TerminalState end, int exit, String outcome) {
        shell.server.operation(SQL).afterCancel(Duration.ofSeconds(1), end);
        assertThat(lro("cancel", "https://sqladmin.googleapis.com/sql/v1beta4/" + SQL, "--format=json"))
                .isEqualTo(exit);
        assertThat(shell.json().string("outcome")).hasValue(outcome);
        assertThat(shell.server.requests())
                .filteredOn(request -> request.line().startsWith("POST"))
                .extracting(request -> request.line())
                .containsExactly("POST /sql/v1beta4/" + SQL + "/cancel");
    }
}
