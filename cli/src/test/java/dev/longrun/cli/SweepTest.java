// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static dev.longrun.cli.Shell.FULL;
import static dev.longrun.cli.Shell.OPERATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.json.JsonObject;
import dev.longrun.service.ApiMethod;
import dev.longrun.testkit.Fault;
import dev.longrun.testkit.Metadata;
import dev.longrun.testkit.VirtualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code lro sweep}: shows what it would cancel, and cancels that after a confirmation. */
@Timeout(30)
class SweepTest {
    private static final String PARENT = FULL.replace("/operations/", "");

    private final Shell shell = Shell.start();

    /** Where no time passes, nothing takes long enough to be told of. */
    private final Shell still = Shell.start(VirtualTime.manual());

    @TempDir
    Path directory;

    @BeforeEach
    void operations() {
        operations(shell);
        operations(still);
    }

    private static void operations(Shell shell) {
        shell.server.operation(OPERATIONS + "one").cancelsAfter(Duration.ZERO);
        shell.server.operation(OPERATIONS + "two").cancelsAfter(Duration.ZERO);
        shell.server.operation(OPERATIONS + "other").cancelsAfter(Duration.ZERO);
        shell.server.operation(OPERATIONS + "ended").alreadyDone();
    }

    @AfterEach
    void close() {
        shell.close();
        still.close();
    }

    @Test
    void showsThePlanAndCancelsNothing() {
        assertThat(still.lro("sweep", PARENT, "--filter", "name=*o*", "--filter=name=t*"))
                .isZero();
        assertThat(still.out()).startsWith("""
                where: file v1 projects/p/locations/us-central1
                which: name is *o*, and name is t*
                seen: 4, of which 1 done and 3 running
                left out: name is not t*: 2
                to cancel: 1
                """).contains("\n  " + OPERATIONS + "two, ");
        assertThat(still.err())
                .isEqualTo("lro: nothing was cancelled; the same command with --yes cancels what it finds then\n");
        assertThat(cancels(still)).isZero();
    }

    @Test
    void inJsonEachPlannedOperationIsAnObjectThatCancelUnderstands() {
        assertThat(shell.lro("sweep", PARENT, "--quiet", "--format=json")).isZero();
        assertThat(shell.out().lines().map(JsonObject::parse))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.string("outcome")).hasValue("PLANNED"))
                .allSatisfy(line ->
                        assertThat(line.fields()).startsWith("schemaVersion", "name", "service", "version", "outcome"));
        assertThat(shell.typing(shell.out()).lro("cancel", "--quiet", "--from-file=-"))
                .isZero();
        assertThat(cancels(shell)).isEqualTo(3);
    }

    @Test
    void withYesItCancelsWhatItPlanned() {
        assertThat(shell.lro("sweep", PARENT, "--quiet", "--yes", "--filter=name=*o*", "--max-ops=5"))
                .isZero();
        assertThat(shell.out().lines()).hasSize(3).allMatch(line -> line.startsWith("CANCELLED  "));
        assertThat(cancels(shell)).isEqualTo(3);
    }

    @Test
    void theOptionsOfTheJobManifestAreUnderstood() throws Exception {
        Path journal = directory.resolve("journal.jsonl");
        still.with("JOB_COMPLETION_INDEX", "0").with("JOB_COMPLETIONS", "1");
        int code = still.lro(
                "sweep",
                "projects/p/locations/-",
                "--service=file",
                "--older-than=1h",
                "--filter=cancel-requested=no",
                "--shard=env",
                "--max-ops=10000",
                "--rps=2",
                "--journal=" + journal,
                "--yes");
        assertThat(still.err())
                .contains("which: cancel not yet requested, and older than 1h")
                .endsWith("lro: there is nothing to cancel\n");
        assertThat(code).isZero();
        assertThat(Files.exists(journal)).isFalse();
    }

    @Test
    void oneFilterMayHoldSeveralRestrictions() {
        assertThat(still.lro("sweep", PARENT, "--filter", "name=*o* AND NOT name=t*", "--filter=-name=other"))
                .isZero();
        assertThat(still.out()).startsWith("""
                where: file v1 projects/p/locations/us-central1
                which: name is *o*, and name is not t*, and name is not other
                seen: 4, of which 1 done and 3 running
                left out: name is other: 1, name is t*: 1
                to cancel: 1
                """);
    }

    @Test
    void theServicesOwnFilterIsSentAsItIs() {
        assertThat(still.lro("sweep", PARENT, "--server-filter", "done=false")).isZero();
        assertThat(still.out()).contains("\nof those that the service finds by: done=false\n");
        assertThat(still.requests())
                .containsExactly("GET /v1/" + Shell.PARENT + "/operations?filter=done%3Dfalse&pageSize=500");
    }

    @Test
    void showsTheOldestFirst() {
        Metadata create = Metadata.common("create", Shell.PARENT);
        still.server.operation(OPERATIONS + "the-old-one").neverEnds().metadata(create);
        ((VirtualTime) still.time).advance(Duration.ofHours(1));
        still.server.operation(OPERATIONS + "a-young-one").neverEnds().metadata(create);
        assertThat(still.lro("sweep", PARENT, "--filter=name=*one")).isZero();
        assertThat(still.out())
                .containsSubsequence("the-old-one, 1h old", "a-young-one, 0s old", "/one, of unknown age");
    }

    @Test
    void looksInEachLocationOfAProject() {
        assertThat(still.lro("sweep", "--service=file", "--project=p", "--all-locations"))
                .isZero();
        assertThat(still.out()).startsWith("where: file v1 projects/p/locations/us-central1\n");
    }

    @Test
    void doesNotWidenALocationThatIsGiven() {
        assertThat(still.lro("sweep", "--service=file", "--project=p", "--location=us-central1", "--all-locations"))
                .isEqualTo(2);
        assertThat(still.err())
                .isEqualTo("lro: --all-locations looks in every location, and --location names one; leave out one of"
                        + " them\n");
        assertThat(still.requests()).isEmpty();
    }

    @Test
    void looksInEachLocationThatTheServiceLists() {
        String everywhere = PARENT.replace("us-central1", "-");
        still.server
                .operation(OPERATIONS.replace("us-central1", "us-east1") + "far")
                .neverEnds();
        assertThat(still.lro("sweep", everywhere, "--all-locations")).isZero();
        assertThat(still.out()).startsWith("""
                where: file v1 projects/p/locations/us-central1, file v1 projects/p/locations/us-east1
                which: every running operation
                seen: 5, of which 1 done and 4 running
                to cancel: 4
                """);
    }

    @Test
    void hasNoLocationsToListForOneLocation() {
        assertThat(still.lro("sweep", PARENT, "--all-locations")).isEqualTo(2);
        assertThat(still.err()).contains("there are no locations to list");
        assertThat(still.server.requestCount()).isZero();
    }

    @Test
    void onATerminalItAsks() {
        assertThat(shell.answering("y\n").lro("sweep", PARENT, "--quiet", "--filter=name=one"))
                .isZero();
        assertThat(shell.err()).isEqualTo("Cancel this operation? [y/N] ");
        assertThat(shell.out()).startsWith("CANCELLED  ").hasLineCount(1);
    }

    @Test
    void anythingButAYesIsANo() {
        assertThat(still.answering("\n").lro("sweep", PARENT, "--filter=name=one"))
                .isZero();
        assertThat(still.err()).endsWith("Cancel this operation? [y/N] lro: nothing was cancelled\n");
        assertThat(still.out()).isEmpty();
        assertThat(cancels(still)).isZero();
    }

    @Test
    void aParentThatCannotBeListedIsNotTakenForEmpty() {
        shell.server.faults().on(ApiMethod.LIST).once(Fault.permissionDenied());
        assertThat(shell.lro("sweep", PARENT, PARENT.replace("us-central1", "us-east1"), "--quiet"))
                .isEqualTo(5);
        assertThat(shell.err())
                .startsWith(
                        "lro: not listed, so its operations are not known: file v1 projects/p/locations/us-central1: ");
    }

    @Test
    void theTimeHoldsForListsToo() {
        shell.server.faults().on(ApiMethod.LIST).always(Fault.unavailable());
        long start = shell.time.nanoTime();
        assertThat(shell.lro("sweep", PARENT, "--quiet", "--timeout=3s")).isEqualTo(1);
        assertThat(Duration.ofNanos(shell.time.nanoTime() - start)).isLessThanOrEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void theTimeHoldsForTheListOfLocationsToo() {
        shell.server.faults().anywhere().always(Fault.unavailable());
        long start = shell.time.nanoTime();
        String everywhere = PARENT.replace("us-central1", "-");
        assertThat(shell.lro("sweep", everywhere, "--all-locations", "--quiet", "--timeout=3s"))
                .isEqualTo(1);
        assertThat(Duration.ofNanos(shell.time.nanoTime() - start)).isLessThanOrEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aFilterThatIsNoneIsRefusedBeforeAnythingIsAsked() {
        assertThat(still.lro("sweep", PARENT, "--filter=colour=red")).isEqualTo(2);
        assertThat(still.err())
                .isEqualTo(
                        "lro: no key \"colour\" at character 1 of the filter \"colour=red\"; the keys are age, created,"
                                + " ended, verb, target, type, name, state, done, cancel-requested, progress, location, service,"
                                + " user, api-version, older-than\n");
        assertThat(still.requests()).isEmpty();
    }

    /** A terminal is there too, and is not asked. */
    @Test
    void theExitCodeTellsThatThereIsSomethingToCancel() {
        assertThat(still.answering("y\n").lro("sweep", PARENT, "--exit-code", "--filter=name=one"))
                .isEqualTo(3);
        assertThat(still.out()).contains("\nto cancel: 1\n");
        assertThat(still.err())
                .isEqualTo(
                        "lro: nothing was cancelled; the same command with --yes instead of --exit-code cancels what it"
                                + " finds then\n");
        assertThat(cancels(still)).isZero();
    }

    @Test
    void theExitCodeTellsThatThereIsNothingToCancel() {
        assertThat(still.lro("sweep", PARENT, "--exit-code", "--filter=name=none"))
                .isZero();
        assertThat(still.err()).isEqualTo("lro: there is nothing to cancel\n");
    }

    @Test
    void theExitCodeTellsThatAPlaceCouldNotBeListed() {
        shell.server.faults().on(ApiMethod.LIST).once(Fault.permissionDenied());
        String other = PARENT.replace("us-central1", "us-east1");
        assertThat(shell.lro("sweep", other, PARENT, "--exit-code", "--quiet")).isEqualTo(5);
        assertThat(shell.out()).contains("\nto cancel: 3\n");
        assertThat(shell.err()).startsWith("lro: not listed, so its operations are not known: file v1 ");
    }

    @Test
    void inJsonTheExitCodeGoesWithThePlannedOperations() {
        assertThat(still.lro("sweep", PARENT, "--exit-code", "--quiet", "--format=json"))
                .isEqualTo(3);
        assertThat(still.out().lines()).hasSize(3).allMatch(line -> line.contains("\"outcome\":\"PLANNED\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--yes", "--rps=2", "--journal=j", "--resume=j"})
    void theExitCodeIsNotForCancels(String option) {
        assertThat(still.lro("sweep", PARENT, "--exit-code", option)).isEqualTo(2);
        assertThat(still.err())
                .startsWith("lro: --exit-code cancels nothing, and --yes, --rps, --journal and --resume");
        assertThat(still.requests()).isEmpty();
    }

    private static long cancels(Shell shell) {
        return shell.server.requests().stream()
                .filter(request ->
                        request.rpc().filter(ApiMethod.CANCEL::equals).isPresent())
                .count();
    }
}
