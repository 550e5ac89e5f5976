// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static dev.longrun.cli.Shell.OPERATIONS;
import static dev.longrun.cli.Shell.PARENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.json.JsonObject;
import dev.longrun.service.ApiMethod;
import dev.longrun.testkit.Fault;
import dev.longrun.testkit.Metadata;
import dev.longrun.testkit.TerminalState;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each outcome in the words of the command: a line of the table, a JSON object, an exit code. */
class CancelOutcomesTest {
    private final Shell shell = Shell.start();

    @AfterEach
    void close() {
        shell.close();
    }

    @Nested
    class InTheTable {

        @Test
        void cancelled() {
            assertThat(cancel("cancels-0-a")).isZero();
            assertThat(shell.out()).isEqualTo(line("CANCELLED         ", "cancels-0-a", "  0.0s     1"));
        }

        @Test
        void completedAnyway() {
            assertThat(cancel("completes-0-a")).isEqualTo(3);
            assertThat(shell.out()).isEqualTo(line("COMPLETED_ANYWAY  ", "completes-0-a", "  0.0s     1"));
        }

        @Test
        void completedWithoutAResult() {
            assertThat(cancel("noresult-0-a")).isEqualTo(3);
            assertThat(shell.out())
                    .isEqualTo(line("COMPLETED_ANYWAY  ", "noresult-0-a", "  0.0s     1      without a result"));
        }

        @Test
        void failedAnyway() {
            assertThat(cancel("fails-0-a")).isEqualTo(3);
            assertThat(shell.out())
                    .isEqualTo(line(
                            "FAILED_ANYWAY     ",
                            "fails-0-a",
                            "  0.0s     1      INTERNAL (13): The operation failed."));
        }

        @Test
        void alreadyDone() {
            assertThat(cancel("done-a")).isEqualTo(3);
            assertThat(shell.out())
                    .isEqualTo(line("ALREADY_DONE      ", "done-a", "  0.0s     1      it had succeeded"));
        }

        @Test
        void alreadyFailed() {
            shell.server.operation(OPERATIONS + "a").byItself(Duration.ZERO, TerminalState.FAILED);
            assertThat(cancel("a")).isEqualTo(3);
            assertThat(shell.out())
                    .isEqualTo(line(
                            "ALREADY_DONE      ",
                            "a",
                            "  0.0s     1      it had failed: INTERNAL (13): The operation failed."));
        }

        @Test
        void alreadyCancelledIsWhatWasAskedFor() {
            cancel("cancels-0-a");
            shell.clear();
            assertThat(cancel("cancels-0-a", "--read-first")).isZero();
            assertThat(shell.out())
                    .isEqualTo(line("ALREADY_DONE      ", "cancels-0-a", "  0.0s     1      it had been cancelled"));
        }

        @Test
        void notFoundWhenReadFirst() {
            assertThat(cancel("forgotten", "--read-first")).isEqualTo(3);
            assertThat(shell.out()).startsWith("NOT_FOUND         " + OPERATIONS + "forgotten  ");
        }

        @Test
        void notCancellable() {
            assertThat(cancel("refuses-a")).isEqualTo(3);
            assertThat(shell.out())
                    .startsWith(line(
                                    "NOT_CANCELLABLE   ",
                                    "refuses-a",
                                    "  0.0s     1      runs on: FAILED_PRECONDITION (9): ")
                            .strip());
        }

        @Test
        void unsupportedNamesWhatIsDocumented() {
            assertThat(cancel("unsupported-a")).isEqualTo(3);
            assertThat(shell.out())
                    .startsWith(
                            "UNSUPPORTED       " + OPERATIONS + "unsupported-a  0.0s     1      UNIMPLEMENTED (12): ")
                    .endsWith("; documented for /v1/{name=projects/*/locations/*/operations/*}:cancel\n");
        }

        @Test
        void notFound() {
            assertThat(cancel("forgotten")).isEqualTo(3);
            assertThat(shell.out())
                    .startsWith("NOT_FOUND         " + OPERATIONS + "forgotten  0.0s     1      NOT_FOUND (5): ");
        }

        @Test
        void stillRunning() {
            shell.server.operation(OPERATIONS + "stuck-a").metadata(Metadata.common("update", PARENT));
            assertThat(cancel("stuck-a", "--timeout", "30s")).isEqualTo(4);
            assertThat(shell.out())
                    .startsWith("STILL_RUNNING     " + OPERATIONS + "stuck-a  ")
                    .endsWith("the service has noted the cancel\n");
        }

        @Test
        void unknown() {
            shell.server.faults().on(ApiMethod.GET).always(Fault.permissionDenied());
            assertThat(cancel("cancels-0-a")).isEqualTo(5);
            assertThat(shell.out())
                    .startsWith("UNKNOWN           " + OPERATIONS + "cancels-0-a  ")
                    .contains("answered PERMISSION_DENIED (7): Permission denied on resource.");
        }

        private String line(String outcome, String id, String rest) {
            return outcome + OPERATIONS + id + rest + "\n";
        }
    }

    @Nested
    class InJson {

        @Test
        void cancelled() {
            assertThat(cancelInJson("cancels-0-a")).isZero();
            assertThat(shell.out())
                    .startsWith("{\"schemaVersion\":2,\"name\":\"" + OPERATIONS
                            + "cancels-0-a\",\"service\":\"file.googleapis.com\",\"version\":\"v1\",\"outcome\":\"CANCELLED\",\"request\":\"ACCEPTED\","
                            + "\"acknowledged\":true,\"polls\":1,\"elapsedMs\":25,\"status\":{\"code\":1,\"message\":"
                            + "\"The operation was cancelled.\"},\"operation\":{\"name\":")
                    .endsWith("}\n");
            assertThat(shell.json().fields())
                    .containsExactly(
                            "schemaVersion",
                            "name",
                            "service",
                            "version",
                            "outcome",
                            "request",
                            "acknowledged",
                            "polls",
                            "elapsedMs",
                            "status",
                            "operation");
        }

        @Test
        void completedAnyway() {
            assertThat(cancelInJson("completes-0-a")).isEqualTo(3);
            assertThat(shell.json().string("outcome")).hasValue("COMPLETED_ANYWAY");
            assertThat(shell.json().has("status")).isFalse();
            assertThat(operation().object("response")).isPresent();
        }

        @Test
        void failedAnyway() {
            assertThat(cancelInJson("fails-0-a")).isEqualTo(3);
            assertThat(shell.json().string("outcome")).hasValue("FAILED_ANYWAY");
            assertThat(status().integer("code")).hasValue(13);
        }

        @Test
        void alreadyDoneWithARequestThatWasRejected() {
            assertThat(cancelInJson("done-a")).isEqualTo(3);
            assertThat(shell.json().string("outcome")).hasValue("ALREADY_DONE");
            assertThat(shell.json().string("request")).hasValue("REJECTED");
        }

        @Test
        void alreadyDoneWithARequestThatWasNotEvenSent() {
            assertThat(cancelInJson("done-a", "--read-first")).isEqualTo(3);
            assertThat(shell.json().string("request")).hasValue("NOT_SENT");
            assertThat(shell.requests()).containsExactly("GET /v1/" + OPERATIONS + "done-a");
        }

        @Test
        void notCancellable() {
            assertThat(cancelInJson("refuses-a")).isEqualTo(3);
            assertThat(shell.json().string("outcome")).hasValue("NOT_CANCELLABLE");
            assertThat(shell.json().string("request")).hasValue("REJECTED");
            assertThat(status().objects("details")).hasSize(1);
            assertThat(operation().bool("done")).isEmpty();
        }

        @Test
        void unsupported() {
            assertThat(cancelInJson("unsupported-a")).isEqualTo(3);
            assertThat(shell.json().string("outcome")).hasValue("UNSUPPORTED");
            assertThat(status().integer("code")).hasValue(12);
        }

        @Test
        void notFound() {
            assertThat(cancelInJson("forgotten")).isEqualTo(3);
            assertThat(shell.json().string("outcome")).hasValue("NOT_FOUND");
            assertThat(shell.json().has("operation")).isFalse();
        }

        @Test
        void stillRunning() {
            shell.server.operation(OPERATIONS + "stuck-a").metadata(Metadata.common("update", PARENT));
            assertThat(cancelInJson("stuck-a", "--timeout", "PT30S")).isEqualTo(4);
            assertThat(shell.json().string("outcome")).hasValue("STILL_RUNNING");
            assertThat(shell.json().bool("acknowledged")).hasValue(true);
        }

        @Test
        void unknownWithItsCause() {
            shell.server.faults().on(ApiMethod.GET).always(Fault.permissionDenied());
            assertThat(cancelInJson("cancels-0-a")).isEqualTo(5);
            assertThat(shell.json().string("outcome")).hasValue("UNKNOWN");
            assertThat(shell.json().string("request")).hasValue("ACCEPTED");
            assertThat(shell.json().object("error").orElseThrow().string("kind"))
                    .hasValue("REJECTED");
            assertThat(shell.json().object("error").orElseThrow().integer("httpStatus"))
                    .hasValue(403);
        }

        private JsonObject status() {
            return shell.json().object("status").orElseThrow();
        }

        private JsonObject operation() {
            return shell.json().object("operation").orElseThrow();
        }
    }

    private int cancel(String id, String... options) {
        return shell.lro(Words.of("cancel", "--quiet", OPERATIONS + id, options));
    }

    private int cancelInJson(String id, String... options) {
        return shell.lro(Words.of("cancel", "--quiet", "--format=json", OPERATIONS + id, options));
    }
}
