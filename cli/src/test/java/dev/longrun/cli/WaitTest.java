// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static dev.longrun.cli.Shell.FULL;
import static dev.longrun.cli.Shell.OPERATIONS;
import static dev.longrun.cli.Shell.PARENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.service.ApiMethod;
import dev.longrun.testkit.Fault;
import dev.longrun.testkit.Metadata;
import dev.longrun.testkit.TerminalState;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code lro wait}: what is waited for, and for which operations. */
@Timeout(30)
class WaitTest {
    private static final String FULL_PARENT = "//file.googleapis.com/" + PARENT;

    private final Shell shell = Shell.start();

    @AfterEach
    void close() {
        shell.close();
    }

    private void runs(String id, Duration duration, String verb) {
        shell.server.operation(OPERATIONS + id).completesAfter(duration).metadata(Metadata.common(verb, PARENT));
    }

    @Test
    void waitsForThoseThatRunThereAndMatch() {
        runs("a", Duration.ofSeconds(5), "create");
        runs("b", Duration.ofSeconds(7), "create");
        shell.server.operation(OPERATIONS + "other").neverEnds().metadata(Metadata.common("delete", PARENT));
        shell.server.operation(OPERATIONS + "ended").alreadyDone().metadata(Metadata.common("create", PARENT));

        assertThat(shell.lro("wait", "--quiet", "--parent", FULL_PARENT, "--filter", "verb=create"))
                .describedAs(shell::err)
                .isZero();
        assertThat(shell.out().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("SUCCEEDED  "))
                .anyMatch(line -> line.contains(OPERATIONS + "a"))
                .anyMatch(line -> line.contains(OPERATIONS + "b"));
    }

    @Test
    void thereMayBeNothingToWaitFor() {
        shell.server.operation(OPERATIONS + "ended").alreadyDone();
        assertThat(shell.lro("wait", "--quiet", "--parent", FULL_PARENT)).isZero();
        assertThat(shell.out()).isEmpty();
    }

    @Test
    void aPlaceThatCannotBeListedIsNotTakenForEmpty() {
        shell.server.faults().on(ApiMethod.LIST).once(Fault.permissionDenied());
        assertThat(shell.lro(
                        "wait",
                        "--quiet",
                        "--parent",
                        FULL_PARENT,
                        "--parent",
                        FULL_PARENT.replace("us-central1", "us-east1")))
                .isEqualTo(5);
        assertThat(shell.err()).startsWith("lro: not listed, so its operations are not known: file v1 " + PARENT);
    }

    @Test
    void listsAndReadsShareTheTime() {
        shell.server.operation(OPERATIONS + "stuck").neverEnds();
        long start = shell.time.nanoTime();
        assertThat(shell.lro("wait", "--quiet", "--parent", FULL_PARENT, "--timeout=5s"))
                .isEqualTo(4);
        assertThat(Duration.ofNanos(shell.time.nanoTime() - start))
                .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
    }

    @Test
    void theProgressIsReachedBeforeTheEnd() {
        long start = shell.time.nanoTime();
        shell.server
                .operation(OPERATIONS + "a")
                .neverEnds()
                .metadata(Metadata.common("create", PARENT).withPercent(operation ->
                        (int) Math.min(99, (shell.time.nanoTime() - start) / 1_000_000_000L)));
        assertThat(shell.lro("wait", "--quiet", "--for=progress=80", FULL + "a"))
                .isZero();
        assertThat(shell.out()).startsWith("REACHED           " + OPERATIONS + "a");
        assertThat(Duration.ofNanos(shell.time.nanoTime() - start))
                .isBetween(Duration.ofSeconds(80), Duration.ofSeconds(95));
    }

    @Test
    void inJsonAReachedConditionHasTheOperationThatShowsIt() {
        shell.server
                .operation(OPERATIONS + "a")
                .neverEnds()
                .metadata(Metadata.common("create", PARENT).withPercent(operation -> 81));
        assertThat(shell.lro("wait", "--quiet", "--format=json", "--for=progress=80", FULL + "a"))
                .isZero();
        assertThat(shell.json().string("outcome")).hasValue("REACHED");
        assertThat(shell.json()
                        .object("operation")
                        .orElseThrow()
                        .object("metadata")
                        .orElseThrow()
                        .integer("progressPercent"))
                .hasValue(81);
    }

    @ParameterizedTest(name = "for {0} of one that ends {1}: {2}, exit {3}")
    @CsvSource({
        "done, COMPLETED, SUCCEEDED, 0",
        "done, FAILED, FAILED, 3",
        "done, CANCELLED, CANCELLED, 3",
        "progress=80, COMPLETED, SUCCEEDED, 0",
        "progress=80, FAILED, FAILED, 3",
        "cancel-noted, COMPLETED, SUCCEEDED, 3",
        "cancel-noted, CANCELLED, CANCELLED, 0"
    })
    void anEndBeforeTheConditionEndsTheWaitToo(String condition, TerminalState end, String label, int code) {
        shell.server
                .operation(OPERATIONS + "a")
                .byItself(Duration.ofSeconds(3), end)
                .metadata(Metadata.none());
        assertThat(shell.lro("wait", "--quiet", "--for", condition, FULL + "a")).isEqualTo(code);
        assertThat(shell.out()).startsWith(label + "  ");
    }

    @Test
    void aCancelIsNotedBeforeTheEnd() {
        shell.server
                .operation(OPERATIONS + "a")
                .cancelsAfter(Duration.ofHours(1))
                .metadata(Metadata.common("create", PARENT));
        assertThat(shell.lro("cancel", "--quiet", "--async", FULL + "a")).isZero();
        shell.clear();
        assertThat(shell.lro("wait", "--quiet", "--for=cancel-noted", FULL + "a"))
                .isZero();
        assertThat(shell.out()).startsWith("REACHED  ");
    }

    @Test
    void anyEndsWithTheFirstThatIsAsAsked() {
        shell.server.operation(OPERATIONS + "failing").byItself(Duration.ofSeconds(2), TerminalState.FAILED);
        runs("first", Duration.ofSeconds(5), "create");
        shell.server.operation(OPERATIONS + "stuck").neverEnds();
        long start = shell.time.nanoTime();

        assertThat(shell.lro("wait", "--quiet", "--any", FULL + "stuck", FULL + "failing", FULL + "first"))
                .isZero();
        assertThat(shell.out().lines().map(line -> line.split(" +")[0])).containsExactly("FAILED", "SUCCEEDED");
        assertThat(Duration.ofNanos(shell.time.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void anyOfNoneThatIsAsAskedExitsAsWithoutIt() {
        shell.server.operation(OPERATIONS + "failing").byItself(Duration.ofSeconds(2), TerminalState.FAILED);
        shell.server.operation(OPERATIONS + "stuck").neverEnds();
        assertThat(shell.lro("wait", "--quiet", "--any", "--timeout=9s", FULL + "stuck", FULL + "failing"))
                .isEqualTo(4);
        assertThat(shell.out()).hasLineCount(2);
    }

    @Test
    void anyDoesNotHideAWrongName() {
        runs("first", Duration.ofSeconds(5), "create");
        assertThat(shell.lro("wait", "--quiet", "--any", FULL + "..", FULL + "first"))
                .isEqualTo(2);
        assertThat(shell.out()).startsWith("SUCCEEDED  ");
    }

    @Test
    void anyOfThoseThatWereFound() {
        runs("first", Duration.ofSeconds(5), "create");
        shell.server.operation(OPERATIONS + "stuck").neverEnds();
        assertThat(shell.lro("wait", "--quiet", "--any", "--parent", FULL_PARENT))
                .isZero();
        assertThat(shell.out()).hasLineCount(1);
    }

    @Test
    void theIntervalIsThatOfTheReads() {
        shell.server
                .operation(OPERATIONS + "a")
                .completesAfter(Duration.ofSeconds(41))
                .metadata(Metadata.none());
        assertThat(shell.lro("wait", "--quiet", "--interval=10s", "--service=file", OPERATIONS + "a"))
                .isZero();
        assertThat(shell.requests()).hasSize(6); // at 0, 10, 20, 30, 40 and 50 s
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--for=end           | Invalid value for option '--for': expected done, progress=80 (percent) or cancel-noted; got \"end\"",
                "--for=progress=1000 | Invalid value for option '--for': progress must be a number of percent from 0 to 100, such as 80; got \"1000\"",
                "--interval=0s       | Invalid value for option '--interval': expected a duration longer than zero",
                "--filter=verb=a     | --filter, --server-filter and --all-locations choose among the operations of a --parent; give one, or leave them out",
                "--parent=//file.googleapis.com/projects/p/locations/l | the operations to wait for are named, or found by --parent; leave out one or the other",
            })
    void whatContradictsIsRefusedBeforeAnythingIsSent(String option, String message) {
        assertThat(shell.lro("wait", FULL + "a", option)).isEqualTo(2);
        assertThat(shell.err()).startsWith("lro: " + message);
        assertThat(shell.requests()).isEmpty();
    }
}
