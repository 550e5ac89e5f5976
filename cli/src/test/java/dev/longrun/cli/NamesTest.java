// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static dev.longrun.cli.Shell.FULL;
import static dev.longrun.cli.Shell.OPERATIONS;
import static dev.longrun.cli.Shell.PARENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.testkit.VirtualTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms in which an operation can be named. */
class NamesTest {
    private static final String REQUEST = "GET /v1/" + OPERATIONS + "done-a";

    private final Shell shell = Shell.start(VirtualTime.manual());

    @AfterEach
    void close() {
        shell.close();
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of(REQUEST, FULL + "done-a", ""),
                Arguments.of(REQUEST, "file.googleapis.com/" + OPERATIONS + "done-a", ""),
                Arguments.of(REQUEST, "https://file.googleapis.com/v1/" + OPERATIONS + "done-a", ""),
                Arguments.of(REQUEST, "https://file.googleapis.com/v1/" + OPERATIONS + "done-a:cancel", ""),
                Arguments.of(REQUEST, OPERATIONS + "done-a", "--service file"),
                Arguments.of(REQUEST, OPERATIONS + "done-a", "-s file.googleapis.com"),
                Arguments.of(REQUEST, FULL + "done-a", "--service file"),
                Arguments.of(REQUEST, "done-a", "--service file --project p --location us-central1"),
                Arguments.of(REQUEST.replace("v1", "v1beta1"), FULL + "done-a", "--api-version v1beta1"),
                Arguments.of(
                        REQUEST.replace("v1", "v1beta1"),
                        OPERATIONS + "done-a",
                        "--service file --api-version v1beta1"),
                Arguments.of("GET /v3/projects/p/operations/done-a", "done-a", "--service dialogflow --project p"),
                Arguments.of("GET /v3/operations/done-a", "operations/done-a", "--service cloudresourcemanager"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void oneRequestForAllForms(String request, String name, String options) {
        String[] words = options.isEmpty() ? new String[0] : options.split(" ");
        assertThat(shell.lro(Words.of("get", "--quiet", name, words)))
                .describedAs(shell::err)
                .isZero();
        assertThat(shell.requests()).containsExactly(request);
    }

    @Nested
    class AnId {

        @Test
        void isCompletedOnlyToADocumentedName() {
            assertThat(shell.lro("get", "op-17", "--service", "file", "--project", "p"))
                    .isEqualTo(2);
            assertThat(shell.err())
                    .isEqualTo(
                            "lro: file v1: \"op-17\" is completed to projects/p/operations/op-17, but its operations are"
                                    + " called projects/*/locations/*/operations/*; --location is missing\n");
            assertThat(shell.requests()).isEmpty();
        }

        @Test
        void isNotCompletedWhereNoLocationWouldHelp() {
            assertThat(shell.lro("get", "op-17", "--service", "cloudresourcemanager", "--project", "p"))
                    .isEqualTo(2);
            assertThat(shell.err())
                    .isEqualTo(
                            "lro: cloudresourcemanager v3: \"op-17\" is completed to projects/p/operations/op-17, but its"
                                    + " operations are called operations/**; give the whole name\n");
        }

        @Test
        void needsAProjectBeforeALocation() {
            assertThat(shell.lro("get", "op-17", "--service", "file", "--location", "l"))
                    .isEqualTo(2);
            assertThat(shell.err()).isEqualTo("lro: --location needs --project with it: names begin projects/…\n");
        }
    }

    @Nested
    class OnThisMachine {

        @Test
        void aBareNameIsReadAsOneOfAServiceThatHasSuchNames() {
            assertThat(shell.lro("get", "--format=json", OPERATIONS + "done-a")).isZero();
            assertThat(shell.json().string("service")).hasValue("file.googleapis.com");
            assertThat(shell.err())
                    .isEqualTo("lro: read as a name of file v1, as the endpoint is on this machine; --service names"
                            + " another\n");
        }

        @Test
        void whichServiceDependsOnTheName() {
            shell.lro("get", "--quiet", "--format=json", PARENT + "/endpoints/1/operations/done-a");
            assertThat(shell.json().string("service")).hasValue("aiplatform.googleapis.com");
        }

        @Test
        void aNameThatNoServiceHasIsRefused() {
            assertThat(shell.lro("get", "projects/p/flowers/f/operations/o")).isEqualTo(2);
            assertThat(shell.err()).startsWith("lro: a name alone does not tell its service");
        }
    }
}
