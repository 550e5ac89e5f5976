// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static dev.longrun.cli.Shell.FULL;
import static dev.longrun.cli.Shell.OPERATIONS;
import static dev.longrun.cli.Shell.PARENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.error.Code;
import dev.longrun.service.ApiMethod;
import dev.longrun.testkit.Fault;
import dev.longrun.testkit.Metadata;
import dev.longrun.testkit.TerminalState;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** {@code get}, {@code wait}, {@code list} and {@code delete}. */
class ReadingTest {
    private final Shell shell = Shell.start();

    @AfterEach
    void close() {
        shell.close();
    }

    private void atForty() {
        shell.server
                .operation(OPERATIONS + "stuck-a")
                .metadata(Metadata.common("update", PARENT).withPercent(operation -> 40));
    }

    @Nested
    class Get {

        @Test
        void showsStateAndAge() {
            shell.server.operation(OPERATIONS + "stuck-a").metadata(Metadata.common("update", PARENT));
            assertThat(shell.lro("get", "--quiet", FULL + "stuck-a")).isZero();
            assertThat(shell.out())
                    .isEqualTo("RUNNING    " + OPERATIONS + "stuck-a  0s       update  " + PARENT + "\n");
        }

        @Test
        void showsTheErrorOfOneThatFailed() {
            shell.server
                    .operation(OPERATIONS + "a")
                    .byItself(Duration.ZERO, TerminalState.FAILED)
                    .metadata(Metadata.common("update", PARENT))
                    .error(8, "Out of capacity.");
            assertThat(shell.lro("get", "--quiet", FULL + "a")).isZero();
            assertThat(shell.out())
                    .startsWith("FAILED     ")
                    .endsWith("  update  " + PARENT + "  -         RESOURCE_EXHAUSTED (8): Out of capacity.\n");
        }

        @Test
        void keepsEverythingInJson() {
            shell.server.operation(OPERATIONS + "done-a").metadata(Metadata.common("update", PARENT));
            assertThat(shell.lro("get", "--quiet", "--format=json", FULL + "done-a"))
                    .isZero();
            assertThat(shell.out())
                    .startsWith("{\"schemaVersion\":2,\"name\":\"" + OPERATIONS
                            + "done-a\",\"service\":\"file.googleapis.com\",\"version\":\"v1\",\"state\":\"SUCCEEDED\",\"done\":true,"
                            + "\"createTime\":\"2026-01-01T00:00:00Z\"")
                    .hasLineCount(1);
            assertThat(shell.json().object("operation").orElseThrow().string("name"))
                    .hasValue(OPERATIONS + "done-a");
        }

        @Test
        void hasTheProgressInNumbers() {
            atForty();
            shell.lro("get", "--quiet", "--format=json", FULL + "stuck-a");
            assertThat(shell.json().raw("progress")).hasValue("{\"percent\":40}");
        }

        @Test
        void namesTheOperationOfAnErrorAsThatOfAResult() {
            shell.lro("get", "--quiet", "--format=json", FULL + "forgotten");
            assertThat(shell.out())
                    .startsWith("{\"schemaVersion\":2,\"name\":\"" + OPERATIONS
                            + "forgotten\",\"service\":\"file.googleapis.com\",\"version\":\"v1\",\"error\":{"
                            + "\"kind\":\"REJECTED\"");
        }

        @Test
        void whatIsNoNameIsShownAsItWasGiven() {
            shell.lro("get", "--quiet", "--format=json", "//nowhere/" + OPERATIONS + "a");
            assertThat(shell.out())
                    .startsWith("{\"schemaVersion\":2,\"name\":\"//nowhere/" + OPERATIONS
                            + "a\",\"error\":{\"kind\":\"NOT_SENT\"");
        }

        @Test
        void whatAServerSaysMovesNoCursor() {
            shell.server
                    .operation(OPERATIONS + "a")
                    .byItself(Duration.ZERO, TerminalState.FAILED)
                    .error(8, "two\nlines\u001B[2J");
            shell.lro("get", "--quiet", FULL + "a");
            assertThat(shell.out()).hasLineCount(1).doesNotContain("\u001B").contains("two\\u000alines\\u001b[2J");
        }

        @Test
        void notFoundIsAnError() {
            assertThat(shell.lro("get", "--quiet", FULL + "forgotten")).isEqualTo(1);
            assertThat(shell.out()).isEmpty();
            assertThat(shell.err())
                    .startsWith("lro: file v1 get " + OPERATIONS + "forgotten: SERVER answered NOT_FOUND (5)");
        }
    }

    @Nested
    class Wait {

        @Test
        void endsWithTheOperation() {
            assertThat(shell.lro("wait", "--quiet", FULL + "runs-900-a")).isZero();
            assertThat(shell.out()).startsWith("SUCCEEDED         " + OPERATIONS + "runs-900-a  ");
        }

        @Test
        void saysSoInJson() {
            assertThat(shell.lro("wait", "--quiet", "--format=json", FULL + "done-a"))
                    .isZero();
            assertThat(shell.out())
                    .startsWith("{\"schemaVersion\":2,\"name\":\"" + OPERATIONS
                            + "done-a\",\"service\":\"file.googleapis.com\",\"version\":\"v1\",\"outcome\":\"SUCCEEDED\",\"polls\":1,\"elapsedMs\":0,"
                            + "\"operation\":{");
        }

        @Test
        void hasTheProgressInNumbers() {
            atForty();
            shell.lro("wait", "--quiet", "--format=json", "--timeout=5s", FULL + "stuck-a");
            assertThat(shell.json().raw("progress")).hasValue("{\"percent\":40}");
        }

        @Test
        void oneThatFailedEndedOtherwise() {
            shell.server.operation(OPERATIONS + "a").byItself(Duration.ZERO, TerminalState.FAILED);
            assertThat(shell.lro("wait", "--quiet", FULL + "a")).isEqualTo(3);
            assertThat(shell.out()).startsWith("FAILED  ").contains("INTERNAL (13)");
        }

        @Test
        void oneThatRunsOnIsStillRunning() {
            assertThat(shell.lro("wait", "--quiet", "--timeout=5s", FULL + "stuck-a"))
                    .isEqualTo(4);
            assertThat(shell.out()).startsWith("STILL_RUNNING     ");
        }

        @Test
        void oneThatCannotBeReadAnyMoreIsUnknown() {
            shell.server.operation(OPERATIONS + "a").metadata((operation, version) -> {
                shell.server.faults().on(ApiMethod.GET).always(Fault.permissionDenied());
                return Metadata.common("update", PARENT).json(operation, version);
            });
            assertThat(shell.lro("wait", "--quiet", "--format=json", FULL + "a"))
                    .isEqualTo(5);
            assertThat(shell.json().string("outcome")).hasValue("UNKNOWN");
            assertThat(shell.json()
                            .object("error")
                            .orElseThrow()
                            .string("message")
                            .orElseThrow())
                    .contains("PERMISSION_DENIED (7)");
            assertThat(shell.json().object("operation")).isPresent();
        }

        @Test
        void oneThatCouldNeverBeReadIsAnError() {
            assertThat(shell.lro("wait", "--quiet", FULL + "forgotten")).isEqualTo(1);
            assertThat(shell.err()).contains("NOT_FOUND (5)");
            assertThat(shell.out()).isEmpty();
        }
    }

    @Nested
    class Delete {

        @Test
        void saysWhatIsForgotten() {
            assertThat(shell.lro("delete", "--quiet", FULL + "done-a")).isZero();
            assertThat(shell.out()).isEqualTo("DELETED  " + OPERATIONS + "done-a\n");
            assertThat(shell.requests()).containsExactly("DELETE /v1/" + OPERATIONS + "done-a");
        }

        @Test
        void saysSoInJson() {
            shell.lro("delete", "--quiet", "--format=json", FULL + "done-a");
            assertThat(shell.out())
                    .isEqualTo(
                            "{\"schemaVersion\":2,\"name\":\"" + OPERATIONS
                                    + "done-a\",\"service\":\"file.googleapis.com\",\"version\":\"v1\",\"outcome\":\"DELETED\"}\n");
        }
    }

    @Nested
    class ListThem {

        @Test
        void showsALineForEach() {
            given("a", "b", "c");
            assertThat(shell.lro("list", "--quiet", "//file.googleapis.com/" + PARENT))
                    .isZero();
            assertThat(shell.out().lines().map(line -> line.split(" +")[1]))
                    .containsExactly(OPERATIONS + "a", OPERATIONS + "b", OPERATIONS + "c");
            assertThat(shell.requests()).containsExactly("GET /v1/" + PARENT + "/operations");
        }

        @Test
        void takesTheParentFromOptions() {
            given("a");
            assertThat(shell.lro(
                            "list", "-q", "--service=file", "--project=p", "--location=us-central1", "--format=json"))
                    .isZero();
            assertThat(shell.json().string("state")).hasValue("RUNNING");
        }

        @Test
        void takesABareParentOnThisMachine() {
            given("a");
            assertThat(shell.lro("list", "--quiet", PARENT)).isZero();
            assertThat(shell.out()).hasLineCount(1);
        }

        @Test
        void asksForNoMorePagesThanItShows() {
            given("a", "b", "c", "d", "e");
            assertThat(shell.lro("list", "-q", "--service=file", PARENT, "--page-size=2", "--limit=3"))
                    .isZero();
            assertThat(shell.out()).hasLineCount(3);
            assertThat(shell.requests()).hasSize(2).first().isEqualTo("GET /v1/" + PARENT + "/operations?pageSize=2");
        }

        @Test
        void sendsAFilterAsItIs() {
            shell.lro("list", "-q", "--service=file", PARENT, "--server-filter", "done=false");
            assertThat(shell.requests()).containsExactly("GET /v1/" + PARENT + "/operations?filter=done%3Dfalse");
        }

        @Test
        void saysWhatIsMissing() {
            given("a");
            shell.server.unreachable("projects/p/locations/us-east1");
            assertThat(shell.lro("list", "-q", "--service=file", "projects/p/locations/-", "--partial"))
                    .isEqualTo(5);
            assertThat(shell.err())
                    .isEqualTo("lro: not reached, so its operations are missing here: projects/p/locations/us-east1\n");
        }

        @Test
        void failsInASentence() {
            shell.server.faults().on(ApiMethod.LIST).always(Fault.error(Code.INVALID_ARGUMENT, "Bad filter.", "BAD"));
            assertThat(shell.lro("list", "-q", "--service=file", PARENT)).isEqualTo(1);
            assertThat(shell.err())
                    .startsWith("lro: file v1 list " + PARENT + ": SERVER answered INVALID_ARGUMENT (3)");
        }

        @Test
        void inJsonAFailureIsAnObject() {
            shell.server.faults().on(ApiMethod.LIST).always(Fault.permissionDenied());
            assertThat(shell.lro("list", "-q", "--format=json", "--service=file", PARENT))
                    .isEqualTo(1);
            assertThat(shell.out())
                    .startsWith("{\"schemaVersion\":2,\"name\":\"" + PARENT
                            + "\",\"service\":\"file.googleapis.com\",\"version\":\"v1\",\"error\":{");
            assertThat(shell.json().object("error").orElseThrow().string("kind"))
                    .hasValue("REJECTED");
        }

        private void given(String... ids) {
            for (String id : ids) {
                shell.server.operation(OPERATIONS + id).neverEnds();
            }
        }
    }
}
