// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static dev.longrun.cli.Shell.OPERATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.service.ApiMethod;
import dev.longrun.testkit.Fault;
import dev.longrun.testkit.VirtualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CancelOptionsTest {
    /** Of Discovery Engine, which documents no cancel for such names. */
    private static final String UNCANCELLABLE =
            "//discoveryengine.googleapis.com/projects/p/locations/global/collections/c/operations/cancels-0-a";

    private final Shell shell = Shell.start();

    @AfterEach
    void close() {
        shell.close();
    }

    @Nested
    class Async {

        @Test
        void saysRequestedAndLooksAtNothing() {
            assertThat(shell.lro("cancel", "--quiet", "--async", OPERATIONS + "stuck-a"))
                    .isZero();
            assertThat(shell.out()).isEqualTo("REQUESTED         " + OPERATIONS + "stuck-a  0.0s     0\n");
            assertThat(shell.requests()).containsExactly("POST /v1/" + OPERATIONS + "stuck-a:cancel");
        }

        @Test
        void saysSoInJson() {
            assertThat(shell.lro("cancel", "--quiet", "--async", "--format=json", OPERATIONS + "stuck-a"))
                    .isZero();
            assertThat(shell.out())
                    .isEqualTo("{\"schemaVersion\":2,\"name\":\"" + OPERATIONS
                            + "stuck-a\",\"service\":\"file.googleapis.com\",\"version\":\"v1\",\"outcome\":\"REQUESTED\",\"request\":\"ACCEPTED\","
                            + "\"acknowledged\":false,\"polls\":0,\"elapsedMs\":0}\n");
        }

        @Test
        void looksAtNothingFirst() {
            assertThat(shell.lro("cancel", "--quiet", "--async", "--read-first", OPERATIONS + "stuck-a"))
                    .isEqualTo(2);
            assertThat(shell.err())
                    .isEqualTo("lro: --async reads nothing, and --read-first reads before the cancel; leave out one or"
                            + " the other\n");
            assertThat(shell.requests()).isEmpty();
        }

        @Test
        void hasNoVerdictOfAServiceThatKnowsNoCancelEither() {
            assertThat(shell.lro("cancel", "--quiet", "--async", OPERATIONS + "unsupported-a"))
                    .isEqualTo(1);
            assertThat(shell.out()).isEmpty();
            assertThat(shell.err()).contains("UNIMPLEMENTED (12)");
        }

        @Test
        void saysInItsHelpWhatItSays() {
            shell.lroWithoutEndpoint("cancel", "--help");
            assertThat(shell.out().replaceAll("\\s+", " "))
                    .contains("Send the request and do not wait. REQUESTED means that the service accepted it, an error"
                            + " (exit 1) that it did not; the operation is not read.");
        }

        @Test
        void takesARefusalForAnError() {
            assertThat(shell.lro("cancel", "--quiet", "--async", OPERATIONS + "refuses-a"))
                    .isEqualTo(1);
            assertThat(shell.out()).isEmpty();
            assertThat(shell.err()).contains("FAILED_PRECONDITION (9)");
        }
    }

    @Nested
    class Strict {

        @Test
        void sendsNothingThatIsNotDocumented() {
            assertThat(shell.lro("cancel", "--quiet", "--strict", "--format=json", UNCANCELLABLE))
                    .isEqualTo(3);
            assertThat(shell.json().string("outcome")).hasValue("UNSUPPORTED");
            assertThat(shell.json().string("request")).hasValue("NOT_SENT");
            assertThat(shell.requests()).isEmpty();
        }

        @Test
        void holdsForAsyncToo() {
            assertThat(shell.lro("cancel", "--quiet", "--strict", "--async", UNCANCELLABLE))
                    .isEqualTo(3);
            assertThat(shell.out()).startsWith("UNSUPPORTED  ");
            assertThat(shell.requests()).isEmpty();
        }

        @Test
        void otherwiseTheServerIsAsked() {
            assertThat(shell.lro("cancel", "--quiet", UNCANCELLABLE)).isEqualTo(3);
            assertThat(shell.out()).startsWith("UNSUPPORTED  ");
            assertThat(shell.requests())
                    .first()
                    .isEqualTo("POST /v1/projects/p/locations/global/collections/c/operations/cancels-0-a:cancel");
        }
    }

    @Nested
    class Verbose {

        @Test
        void showsEveryAttempt() {
            shell.server.faults().on(ApiMethod.GET).once(Fault.unavailable());
            shell.lro("get", "--quiet", "--verbose", OPERATIONS + "done-a");
            assertThat(shell.err().lines().map(line -> line.replaceAll("in \\d+ ms", "in N ms")))
                    .containsExactly(
                            "→ GET SERVER/v1/" + OPERATIONS + "done-a 503 UNAVAILABLE in N ms",
                            "→ GET SERVER/v1/" + OPERATIONS + "done-a 200 in N ms, attempt 2");
        }

        @Test
        void showsWhereAnErrorComesFrom() {
            shell.lro("cancel", "--verbose", "my-op");
            assertThat(shell.err()).contains("InvalidNameException").contains("\tat dev.longrun.cli.name");
        }

        @Test
        void withoutItNoStackTraceIsShown() {
            shell.lro("cancel", "my-op");
            assertThat(shell.err()).doesNotContain("\tat ");
        }
    }

    @Nested
    class Headings {
        private final Shell shell = Shell.start(VirtualTime.manual());

        @AfterEach
        void close() {
            shell.close();
        }

        @Test
        void areNoDataAndGoToStderr() {
            assertThat(shell.lro("delete", OPERATIONS + "done-a", "--service", "file"))
                    .isZero();
            assertThat(shell.err()).isEqualTo("OUTCOME  NAME\n");
            assertThat(shell.out()).isEqualTo("DELETED  " + OPERATIONS + "done-a\n");
        }

        @Test
        void areNotWantedInJson() {
            shell.lro("delete", OPERATIONS + "done-a", "--service", "file", "--format=json");
            assertThat(shell.err()).isEmpty();
        }

        @Test
        void canBeAskedForAfterTheCommandAndBefore() {
            shell.lro("--quiet", "--format=json", "delete", OPERATIONS + "done-a", "--service", "file");
            assertThat(shell.err()).isEmpty();
            assertThat(shell.json().string("outcome")).hasValue("DELETED");
        }
    }
}
