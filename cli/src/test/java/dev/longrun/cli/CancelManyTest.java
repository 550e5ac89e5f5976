// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static dev.longrun.cli.Shell.FULL;
import static dev.longrun.cli.Shell.OPERATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.json.JsonObject;
import dev.longrun.service.ApiMethod;
import dev.longrun.testkit.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several names in one call: each has its own end, and the worst one is the exit code. */
class CancelManyTest {
    private final Shell shell = Shell.start();

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void eachHasALineOfItsOwn() {
        int code = cancel("cancels-0-a", "completes-0-a", "refuses-a");
        assertThat(shell.out().lines().map(line -> line.split(" ")[0]))
                .containsExactlyInAnyOrder("CANCELLED", "COMPLETED_ANYWAY", "NOT_CANCELLABLE");
        assertThat(code).isEqualTo(3);
    }

    @Test
    void columnsLineUp() {
        cancel("refuses-a", "refuses-much-longer");
        assertThat(shell.out().lines().map(line -> line.indexOf("0.0s")))
                .hasSize(2)
                .doesNotContain(-1)
                .containsOnly(shell.out().indexOf("0.0s"));
    }

    @Test
    void aWrongNameStopsNoOther() {
        int code = cancel("..", "cancels-0-a");
        assertThat(shell.out()).startsWith("CANCELLED  ").hasLineCount(1);
        assertThat(shell.err())
                .startsWith("lro: resource name must not have . or ..")
                .hasLineCount(1);
        assertThat(code).isEqualTo(2);
    }

    @Test
    void aRefusedRequestStopsNoOther() {
        shell.server
                .faults()
                .of(OPERATIONS + "cancels-0-b")
                .on(ApiMethod.CANCEL)
                .always(Fault.permissionDenied());
        int code = cancel("cancels-0-a", "cancels-0-b");
        assertThat(shell.out()).startsWith("CANCELLED  ").hasLineCount(1);
        assertThat(shell.err())
                .startsWith("lro: file v1 cancel " + OPERATIONS + "cancels-0-b: SERVER answered PERMISSION_DENIED (7)")
                .hasLineCount(1);
        assertThat(code).isEqualTo(1);
    }

    @Test
    void inJsonAnErrorIsAnObjectInTheNamesPlace() {
        shell.server.faults().on(ApiMethod.CANCEL).always(Fault.permissionDenied());
        assertThat(shell.lro("cancel", "--quiet", "--format=json", FULL + "cancels-0-a"))
                .isEqualTo(1);
        JsonObject line = shell.json();
        assertThat(line.fields()).containsExactly("schemaVersion", "name", "service", "version", "error");
        assertThat(line.integer("schemaVersion")).hasValue(2);
        assertThat(line.string("name")).hasValue(OPERATIONS + "cancels-0-a");
        JsonObject error = line.object("error").orElseThrow();
        assertThat(error.string("kind")).hasValue("REJECTED");
        assertThat(error.string("message").orElseThrow()).contains("PERMISSION_DENIED (7)");
        assertThat(error.object("status").orElseThrow().integer("code")).hasValue(7);
    }

    @Test
    void inJsonAWrongNameIsOneToo() {
        assertThat(shell.lro("cancel", "--quiet", "--format=json", "my-op")).isEqualTo(2);
        JsonObject error = shell.json().object("error").orElseThrow();
        assertThat(error.string("kind")).hasValue("NOT_SENT");
        assertThat(error.fields()).containsExactly("kind", "message");
    }

    @Test
    void aNameGivenTwiceIsCancelledOnce() {
        shell.lro("cancel", "--quiet", FULL + "cancels-0-a", OPERATIONS + "cancels-0-a");
        assertThat(shell.out()).hasLineCount(1);
        assertThat(shell.server.operationRecord(OPERATIONS + "cancels-0-a").cancelRequests())
                .isEqualTo(1);
    }

    private int cancel(String... ids) {
        String[] names = new String[ids.length];
        for (int i = 0; i < ids.length; i++) {
            names[i] = OPERATIONS + ids[i];
        }
        return shell.lro(Words.of("cancel", "--quiet", names));
    }
}
