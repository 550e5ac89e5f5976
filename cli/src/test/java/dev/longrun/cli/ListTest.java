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
import dev.longrun.testkit.VirtualTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code lro list}: filters, order, several parents and the table. */
@Timeout(30)
class ListTest {
    private static final String FULL_PARENT = "//file.googleapis.com/" + PARENT;

    private final VirtualTime clock = VirtualTime.manual();
    private final Shell shell = Shell.start(clock);

    @BeforeEach
    void operations() {
        shell.server.operation(OPERATIONS + "c-old").neverEnds().metadata(about("create", "nightly-1"));
        clock.advance(Duration.ofHours(2));
        shell.server
                .operation(OPERATIONS + "a-failed")
                .byItself(Duration.ZERO, TerminalState.FAILED)
                .metadata(about("delete", "disk-1"))
                .error(8, "Out of capacity.");
        clock.advance(Duration.ofMinutes(30));
        shell.server
                .operation(OPERATIONS + "b-young")
                .neverEnds()
                .metadata(about("create", "disk-1").withPercent(operation -> 40));
        shell.server.operation(OPERATIONS + "silent").neverEnds().metadata(Metadata.none());
    }

    private static Metadata about(String verb, String instance) {
        return Metadata.common(verb, PARENT + "/instances/" + instance);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void theTableHasWhatTheOperationsWorkOn() {
        assertThat(shell.lro("list", FULL_PARENT)).isZero();
        assertThat(shell.err().lines().map(String::stripTrailing).toList())
                .containsExactly(
                        "STATE      NAME                                                  AGE      VERB    TARGET               PROGRESS  NOTE");
        assertThat(shell.out().lines().toList())
                .containsExactlyInAnyOrder(
                        "RUNNING    projects/p/locations/us-central1/operations/c-old     2h30m    create  instances/nightly-1",
                        "FAILED     projects/p/locations/us-central1/operations/a-failed  30m      delete  instances/disk-1     -         RESOURCE_EXHAUSTED (8): Out of capacity.",
                        "RUNNING    projects/p/locations/us-central1/operations/b-young   0s       create  instances/disk-1     40%",
                        "RUNNING    projects/p/locations/us-central1/operations/silent");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "age>1h                       | c-old          | 1 of 4 operations match; left out: not older than 1h: 2, age not said: 1",
                "age<=30m AND verb=create     | b-young        | 1 of 4 operations match; left out: verb is not create: 1, older than 30m: 1, age not said: 1",
                "NOT verb=create              | a-failed       | 1 of 4 operations match; left out: verb is create: 2, verb not said: 1",
                "-target=nightly-*            | a-failed b-young | 2 of 4 operations match; left out: target is nightly-*: 1, target not said: 1",
                "done=yes                     | a-failed       | 1 of 4 operations match; left out: not done: 3",
                "state=failed                 | a-failed       | 1 of 4 operations match; left out: state not said: 3",
                "progress>=40                 | b-young        | 1 of 4 operations match; left out: progress not said: 3",
                "created<2026-01-01T01:00:00Z | c-old          | 1 of 4 operations match; left out: created not before 2026-01-01T01:00:00Z: 2, created not said: 1",
                "name=*-o*                    | c-old          | 1 of 4 operations match; left out: name is not *-o*: 3",
                "location=us-central1 AND service=file | c-old a-failed b-young silent | 4 of 4 operations match",
            })
    void rowsAreThoseThatMatchTheFilter(String filter, String ids, String summary) {
        assertThat(shell.lro("list", FULL_PARENT, "--format=json", "--filter", filter))
                .describedAs(shell::err)
                .isZero();
        assertThat(ids()).containsExactlyInAnyOrder(ids.split(" "));
        assertThat(shell.err()).isEqualTo("lro: " + summary + "\n");
    }

    @Test
    void severalFiltersMustAllHold() {
        shell.lro(
                "list",
                FULL_PARENT,
                "--quiet",
                "--format=json",
                "--filter=verb=create",
                "--filter",
                "-age>1h",
                "--filter=-verb=delete",
                "--filter",
                "-verb=delete");
        assertThat(ids()).containsExactly("b-young");
    }

    @Test
    void theLimitCountsRowsAndNotWhatFiltersLeaveOut() {
        shell.lro("list", FULL_PARENT, "-q", "--format=json", "--filter=verb=create", "--limit=2", "--page-size=1");
        assertThat(ids()).containsExactlyInAnyOrder("c-old", "b-young");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "age, b-young a-failed c-old silent",
        "-age, c-old a-failed b-young silent",
        "created, c-old a-failed b-young silent",
        "name, a-failed b-young c-old silent",
        "-name, silent c-old b-young a-failed",
        "target, a-failed b-young c-old silent",
        "-verb, a-failed c-old b-young silent",
        "state, a-failed c-old b-young silent",
    })
    void rowsAreSortedOverAllPages(String sort, String ids) {
        assertThat(shell.lro("list", FULL_PARENT, "-q", "--format=json", "--sort", sort, "--page-size=1"))
                .isZero();
        assertThat(ids()).startsWith(ids.split(" ")[0]).endsWith(ids.split(" ")[3]);
        if (!List.of("target", "-verb", "state").contains(sort)) {
            assertThat(ids()).containsExactly(ids.split(" ")); // the others have equal keys
        }
    }

    @Test
    void aLimitKeepsTheFirstOfTheSorted() {
        shell.lro("list", FULL_PARENT, "-q", "--format=json", "--sort", "-age", "--limit=2");
        assertThat(ids()).containsExactly("c-old", "a-failed");
    }

    @Test
    void anOrderThatDoesNotExistIsRefused() {
        assertThat(shell.lro("list", FULL_PARENT, "--sort=size")).isEqualTo(2);
        assertThat(shell.err())
                .startsWith(
                        "lro: Invalid value for option '--sort': expected age, created, name, state, verb, target, or"
                                + " one of them after - for the other way round; got \"size\"\n");
        assertThat(shell.requests()).isEmpty();
    }

    @Test
    void theFilterOfTheSweepIsThatOfTheList() {
        assertThat(shell.lro("list", FULL_PARENT, "--filter=done=false AND colour=red"))
                .isEqualTo(2);
        assertThat(shell.err()).startsWith("lro: no key \"colour\" at character 16 of the filter");
        assertThat(shell.requests()).isEmpty();
    }

    @Test
    void aParentThatCannotBeListedDoesNotStopTheOthers() {
        shell.server.faults().on(ApiMethod.LIST).once(Fault.permissionDenied());
        assertThat(shell.lro(
                        "list",
                        "-q",
                        "--format=json",
                        "--service=file",
                        "projects/p/locations/us-east1",
                        FULL_PARENT,
                        PARENT))
                .isEqualTo(1);
        assertThat(shell.out().lines()).hasSize(5);
        assertThat(shell.out())
                .startsWith("{\"schemaVersion\":")
                .contains("\"name\":\"projects/p/locations/us-east1\"");
    }

    @Test
    void allLocationsAreThoseThatTheServiceLists() {
        shell.server.operation("projects/p/locations/us-east1/operations/far").neverEnds();
        assertThat(shell.lro("list", "-q", "--format=json", "--service=file", "--project=p", "--all-locations"))
                .describedAs(shell::err)
                .isZero();
        assertThat(ids()).hasSize(5).contains("far", "c-old");
        assertThat(shell.requests())
                .containsExactly(
                        "GET /v1/projects/p/locations",
                        "GET /v1/projects/p/locations/us-central1/operations",
                        "GET /v1/projects/p/locations/us-east1/operations");
    }

    @Test
    void whatAServerSaysMovesNoCursorInAnyColumn() {
        shell.server
                .operation(OPERATIONS + "evil")
                .neverEnds()
                .metadata(Metadata.of("{\"@type\":\"t/google.cloud.common.OperationMetadata\",\"verb\":\"\\u001b[2J\","
                        + "\"target\":\"\\u202eevil\\n\",\"state\":\"\\u0007\"}"));
        assertThat(shell.lro("list", FULL_PARENT, "--color=always")).isZero();
        assertThat(shell.out())
                .contains("\\u001b[2J", "\\u202eevil\\u000a", "\\u0007")
                .doesNotContain("\u001B[2J", "\u202E", "\u0007")
                .hasLineCount(5);
    }

    private List<String> ids() {
        return shell.out()
                .lines()
                .map(line -> JsonObject.parse(line).string("name").orElseThrow())
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .toList();
    }
}
