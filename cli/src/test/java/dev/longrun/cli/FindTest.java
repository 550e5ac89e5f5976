// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static dev.longrun.cli.Shell.OPERATIONS;
import static dev.longrun.cli.Shell.PARENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.error.Code;
import dev.longrun.json.JsonObject;
import dev.longrun.testkit.Fault;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code lro find}: which services may have an operation, and which has it. */
@Timeout(60)
class FindTest {
    private static final String OF_VERTEX = PARENT + "/endpoints/1/operations/done-a";

    private final Shell shell = Shell.start();

    @AfterEach
    void close() {
        shell.close();
    }

    private List<JsonObject> rows() {
        return shell.out().lines().map(JsonObject::parse).toList();
    }

    private List<String> values(String field) {
        return rows().stream().map(row -> row.string(field).orElse("")).toList();
    }

    @Test
    void aNameFitsTheServicesThatDocumentSuchNames() {
        assertThat(shell.lro("find", OPERATIONS + "o", "--format=json")).isZero();
        assertThat(values("service"))
                .contains("file.googleapis.com", "dataplex.googleapis.com", "alloydb.googleapis.com")
                .doesNotContain("compute.googleapis.com", "cloudresourcemanager.googleapis.com")
                .doesNotHaveDuplicates();
        assertThat(rows())
                .allSatisfy(row -> assertThat(row.string("name")).hasValue(OPERATIONS + "o"))
                .allSatisfy(row -> assertThat(row.bool("whole")).hasValue(true));
        assertThat(shell.requests()).isEmpty();
    }

    @Test
    void exactPatternsComeBeforeThoseThatTakeAnyEnd() {
        shell.lro("find", OF_VERTEX, "--format=json");
        List<String> patterns = values("pattern");
        assertThat(patterns.get(0)).isEqualTo("projects/*/locations/*/endpoints/*/operations/*");
        assertThat(values("service").get(0)).isEqualTo("aiplatform.googleapis.com");
        int first = patterns.indexOf(
                patterns.stream().filter(it -> it.endsWith("**")).findFirst().orElse(""));
        assertThat(patterns.subList(Math.max(first, 0), patterns.size()))
                .allMatch(pattern -> first < 0 || pattern.endsWith("**"));
    }

    @Test
    void theTableHasServiceVersionPatternAndName() {
        assertThat(shell.lro("find", OF_VERTEX, "--service=aiplatform")).isZero();
        assertThat(shell.err())
                .isEqualTo(
                        "SERVICE                    VERSION  PATTERN                                          NAME\n");
        assertThat(shell.out())
                .isEqualTo("aiplatform.googleapis.com  v1       " + "projects/*/locations/*/endpoints/*/operations/*  "
                        + OF_VERTEX + "\n");
    }

    @Test
    void anIdIsCompletedWhereTheServiceHasAPlaceForIt() {
        assertThat(shell.lro("find", "op-17", "--project=p", "--location=us-central1-a", "--format=json"))
                .isZero();
        assertThat(values("name")).noneMatch(name -> name.contains("locations/global"));
        assertThat(rows())
                .anySatisfy(row -> {
                    assertThat(row.string("service")).hasValue("file.googleapis.com");
                    assertThat(row.string("name")).hasValue("projects/p/locations/us-central1-a/operations/op-17");
                })
                .anySatisfy(row -> {
                    assertThat(row.string("service")).hasValue("compute.googleapis.com");
                    assertThat(row.string("name")).hasValue("projects/p/zones/us-central1-a/operations/op-17");
                });
    }

    @Test
    void anIdAloneShowsWhatIsMissing() {
        assertThat(shell.lro("find", "op-17", "--service=file", "--format=json"))
                .isZero();
        assertThat(shell.json().string("name")).hasValue("projects/*/locations/*/operations/op-17");
        assertThat(shell.json().bool("whole")).hasValue(false);
    }

    @Test
    void aFullNameHasItsServiceOnly() {
        assertThat(shell.lro("find", "//file.googleapis.com/" + OPERATIONS + "o", "--format=json"))
                .isZero();
        assertThat(shell.json().string("service")).hasValue("file.googleapis.com");
    }

    @Test
    void aNameThatNoServiceHasIsFoundNowhere() {
        assertThat(shell.lro("find", "projects/p/flowers/f/daisies/o", "--service=file"))
                .isEqualTo(3);
        assertThat(shell.err()).isEqualTo("lro: no service documents such names\n");
        assertThat(shell.out()).isEmpty();
    }

    @Test
    void whatIsNoNameIsRefused() {
        assertThat(shell.lro("find", "projects/p/../o")).isEqualTo(2);
        assertThat(shell.lro("find")).isEqualTo(2);
    }

    @Test
    void aProbeTellsTheOneThatHasIt() {
        assertThat(shell.lro("find", OF_VERTEX, "--probe", "--quiet", "--service=aiplatform"))
                .describedAs(shell::err)
                .isZero();
        assertThat(shell.out())
                .isEqualTo("FOUND              //aiplatform.googleapis.com/" + OF_VERTEX + "  SUCCEEDED\n");
        assertThat(shell.requests()).containsExactly("GET /v1/" + OF_VERTEX);
    }

    @Test
    void aProbeOfNoneThatHasItExitsThree() {
        assertThat(shell.lro(
                        "find",
                        PARENT + "/endpoints/1/operations/forgotten",
                        "--probe",
                        "--quiet",
                        "--service=aiplatform"))
                .isEqualTo(3);
        assertThat(shell.out()).startsWith("NOT_FOUND          //aiplatform.googleapis.com/");
    }

    @Test
    void severalThatHaveItAreNoAnswer() {
        assertThat(shell.lro("find", OPERATIONS + "done-a", "--probe", "--quiet", "--format=json"))
                .isEqualTo(5);
        assertThat(values("result")).contains("FOUND").hasSizeGreaterThan(10);
    }

    @Test
    void oneThatMayNotBeAskedIsNotTakenForAbsent() {
        shell.server.faults().anywhere().always(Fault.permissionDenied());
        assertThat(shell.lro("find", OF_VERTEX, "--probe", "--quiet", "--service=aiplatform"))
                .isEqualTo(5);
        assertThat(shell.out()).startsWith("PERMISSION_DENIED  //aiplatform.googleapis.com/");
    }

    @Test
    void aServiceThatTheProjectDoesNotUseHasNone() {
        shell.server
                .faults()
                .anywhere()
                .always(Fault.error(Code.PERMISSION_DENIED, "It is disabled.", "SERVICE_DISABLED"));
        assertThat(shell.lro("find", OF_VERTEX, "--probe", "--quiet", "--service=aiplatform"))
                .isEqualTo(3);
        assertThat(shell.out()).startsWith("NOT_ENABLED ");
    }

    @Test
    void aProbeNeedsWholeNames() {
        assertThat(shell.lro("find", "op-17", "--probe", "--service=file")).isEqualTo(2);
        assertThat(shell.err())
                .isEqualTo("lro: --probe asks for whole names, and all of these lack a part, such as"
                        + " projects/*/locations/*/operations/op-17; give --project and --location\n");
        assertThat(shell.requests()).isEmpty();
    }
}
