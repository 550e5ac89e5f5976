// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.testkit.Metadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands on operations of services with dialects of their own. */
@Timeout(60)
class DialectCommandsTest {
    private static final String COMPUTE = "//compute.googleapis.com/projects/p/zones/z/operations/";
    private static final String GKE = "//container.googleapis.com/projects/p/zones/z/operations/";
    private static final String SQL = "https://sqladmin.googleapis.com/sql/v1beta4/projects/p/operations/";
    private static final String STORAGE = "//storage.googleapis.com/projects/_/buckets/b/operations/";

    private final Shell shell = Shell.start();

    @AfterEach
    void close() {
        shell.close();
    }

    @ParameterizedTest
    @CsvSource({
        GKE + "cancels-500-a,       5, ENDED",
        GKE + "completes-500-a,     5, ENDED",
        GKE + "fails-500-a,         3, FAILED_ANYWAY",
        GKE + "refuses-a,           3, NOT_CANCELLABLE",
        GKE + "done-a,              5, ALREADY_DONE",
        SQL + "cancels-500-a,       0, CANCELLED",
        SQL + "completes-500-a,     3, COMPLETED_ANYWAY",
        SQL + "fails-500-a,         3, FAILED_ANYWAY",
        STORAGE + "cancels-500-a,   0, CANCELLED",
        STORAGE + "completes-500-a, 3, COMPLETED_ANYWAY",
        SQL + "done-a,              3, ALREADY_DONE",
        COMPUTE + "stuck-a,         3, UNSUPPORTED",
    })
    void cancelHasItsOutcomeAndExitCode(String name, int code, String outcome) {
        int exit = shell.lro("cancel", "--quiet", "--format=json", name);

        assertThat(shell.json().string("outcome")).hasValue(outcome);
        assertThat(exit).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {COMPUTE, GKE, SQL, STORAGE})
    void getAndWaitAndListReadThem(String prefix) {
        assertThat(shell.lro("get", "--quiet", prefix + "runs-500-a")).isZero();
        assertThat(shell.out()).startsWith("RUNNING ");
        shell.clear();
        assertThat(shell.lro("wait", "--quiet", prefix + "runs-500-a")).isZero();
        shell.clear();
        assertThat(shell.lro("list", "--quiet", prefix.substring(0, prefix.indexOf("/operations"))))
                .isZero();
        assertThat(shell.out()).contains("/operations/runs-500-a").hasLineCount(1);
    }

    @Test
    void sweepCancelsWhatItsFilterFinds() {
        String parent = "projects/p/zones/z";
        shell.server
                .operation(parent + "/operations/cancels-500-a")
                .metadata(Metadata.common("UPGRADE_MASTER", parent + "/clusters/c"));
        shell.server
                .operation(parent + "/operations/cancels-500-b")
                .metadata(Metadata.common("CREATE_CLUSTER", parent + "/clusters/c"));

        shell.lro(
                "sweep", "--quiet", "--yes", "//container.googleapis.com/" + parent, "--filter", "verb=UPGRADE_MASTER");

        assertThat(shell.out()).contains("ENDED").contains("cancels-500-a").doesNotContain("cancels-500-b");
    }

    @Test
    void listOfAProjectHasAllPlacesOfComputeEngine() {
        shell.lro("get", "--quiet", COMPUTE + "done-a");
        shell.lro("get", "--quiet", "//compute.googleapis.com/projects/p/global/operations/stuck-b");
        shell.clear();

        assertThat(shell.lro("list", "--quiet", "--service", "gce", "--project", "p"))
                .isZero();
        assertThat(shell.out())
                .contains("projects/p/zones/z/operations/done-a", "projects/p/global/operations/stuck-b")
                .hasLineCount(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"get op", "list"})
    void theLocationIsLeftOutWhereNamesHaveNone(String command) {
        assertThat(shell.lro((command + " --service sql --project p --location us-central1").split(" ")))
                .isEqualTo(2);
        assertThat(shell.err()).contains("lro: sql: operations have no location in their names; leave out --location");
    }

    @Test
    void deleteForgetsAnOperationOfComputeEngine() {
        assertThat(shell.lro("delete", "--quiet", COMPUTE + "done-a")).isZero();
        assertThat(shell.lro("get", "--quiet", COMPUTE + "done-a")).isNotZero();
    }
}
