// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.json.JsonObject;
import dev.longrun.time.TimeSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On a real clock, as it is meant to be watched. */
@Timeout(120)
class DemoTest {
    /** The last tenth must be enough for a read, however busy the machine is. */
    private static final String PATIENCE = "--timeout=6s";

    private final Shell shell = Shell.start(TimeSource.system());

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void showsEveryOutcome() {
        assertThat(shell.lroWithoutEndpoint("demo", PATIENCE))
                .describedAs(shell::err)
                .isZero();
        assertThat(shell.out().lines().map(line -> line.split(" ")[0]).distinct())
                .containsExactlyInAnyOrder(
                        "CANCELLED",
                        "COMPLETED_ANYWAY",
                        "FAILED_ANYWAY",
                        "ALREADY_DONE",
                        "NOT_CANCELLABLE",
                        "UNSUPPORTED",
                        "NOT_FOUND",
                        "STILL_RUNNING",
                        "UNKNOWN");
        assertThat(shell.err()).contains("lro: cancelling ", "OUTCOME  ");
    }

    @Test
    void cancelsAnOperationOfEachOfTheFiveServices() {
        assertThat(shell.lroWithoutEndpoint("demo", PATIENCE, "--format=json", "--quiet"))
                .describedAs(shell::err)
                .isZero();
        assertThat(shell.out()
                        .lines()
                        .map(JsonObject::parse)
                        .filter(DemoTest::isCancelled)
                        .map(DemoTest::service))
                .contains(
                        "file.googleapis.com",
                        "aiplatform.googleapis.com",
                        "dataplex.googleapis.com",
                        "dialogflow.googleapis.com",
                        "discoveryengine.googleapis.com");
        assertThat(shell.err()).isEmpty();
    }

    private static boolean isCancelled(JsonObject line) {
        return line.string("outcome").orElseThrow().equals("CANCELLED");
    }

    private static String service(JsonObject line) {
        return line.string("service").orElseThrow();
    }
}
