// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static dev.longrun.cli.Shell.FULL;
import static dev.longrun.cli.Shell.OPERATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.testkit.VirtualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in the call is said in a sentence, ends with 2, and reaches no server. */
class BadInputTest {
    private final Shell shell = Shell.start(VirtualTime.manual());

    @AfterEach
    void nothingWasSent() {
        assertThat(shell.requests()).isEmpty();
        assertThat(shell.out()).isEmpty();
        shell.close();
    }

    @Nested
    class InANameThatIs {

        @Test
        void anIdAlone() {
            assertRefused(
                    shell.lro("cancel", "my-op"),
                    "an operation's id alone does not tell whose it is; expected"
                            + " //file.googleapis.com/projects/P/locations/L/operations/my-op, or my-op --service file"
                            + " --project P --location L; got \"my-op\"");
        }

        @Test
        void anIdWithAServiceOnly() {
            assertRefused(
                    shell.lro("cancel", "my-op", "--service", "file"),
                    "file v1 get: name must look like projects/*/locations/*/operations/*; got \"my-op\"");
        }

        @Test
        void bareWithoutAService() {
            assertRefused(
                    shell.lroWithoutEndpoint("cancel", OPERATIONS + "o"),
                    "a name alone does not tell its service, as many have names like it; expected //file.googleapis.com/"
                            + OPERATIONS + "o, or " + OPERATIONS + "o --service file; got \"" + OPERATIONS + "o\"");
        }

        @Test
        void aParentOfItself() {
            assertRefused(
                    shell.lro("cancel", "projects/p/locations/l/operations/.."),
                    "resource name must not have . or .. for a segment; got \"projects/p/locations/l/operations/..\"");
        }

        @Test
        void ofAnotherService() {
            assertRefused(
                    shell.lro("cancel", "//spanner.googleapis.com/" + OPERATIONS + "o", "--service", "file"),
                    "file v1: name must be one of file.googleapis.com; got one of \"spanner.googleapis.com\"");
        }

        @Test
        void ofAServiceThatDoesNotExist() {
            int code = shell.lro("cancel", "//filr.googleapis.com/" + OPERATIONS + "o");
            assertThat(code).isEqualTo(2);
            assertThat(shell.err())
                    .startsWith("lro: no service \"filr.googleapis.com\" is known")
                    .contains("file");
        }

        @Test
        void ofAVersionThatDoesNotExist() {
            assertRefused(
                    shell.lro("cancel", FULL + "o", "--api-version", "v7"),
                    "file.googleapis.com has no version \"v7\" with operations; it has [v1, v1beta1]");
        }
    }

    @Nested
    class InAnEndpointThatIs {

        @Test
        void plainHttpOffThisMachine() {
            assertRefused(
                    shell.lroWithoutEndpoint("cancel", FULL + "o", "--endpoint", "http://example.com"),
                    "the endpoint http://example.com is plain http and not on this machine; requests and credentials would"
                            + " travel unprotected. Use https://example.com");
        }

        @Test
        void noUrl() {
            int code = shell.lroWithoutEndpoint("get", FULL + "o", "--endpoint", "ftp://127.0.0.1");
            assertThat(code).isEqualTo(2);
            assertThat(shell.err())
                    .startsWith("lro: ")
                    .contains("ftp://127.0.0.1")
                    .hasLineCount(1);
        }
    }

    @Nested
    class InAnOption {

        @ParameterizedTest
        @ValueSource(strings = {"-5s", "0", "0s", "PT0S", "PT-5S", "soon", "", "5", "1.5m", "s"})
        void timeoutThatIsNoTimeLongerThanZero(String timeout) {
            assertMisused(
                    shell.lro("cancel", OPERATIONS + "o", "--timeout", timeout),
                    "Invalid value for option '--timeout': expected a time longer than zero, such as 30s, 5m, 1h30m or PT30S;"
                            + " got \"" + timeout + "\"",
                    "lro cancel");
        }

        @Test
        void formatThatDoesNotExist() {
            int code = shell.lro("cancel", OPERATIONS + "o", "--format", "xml");
            assertThat(code).isEqualTo(2);
            assertThat(shell.err()).contains("'--format'").contains("xml");
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1", "65536", "http"})
        void portThatIsNone(String port) {
            assertMisused(
                    shell.lroWithoutEndpoint("fake-server", "--port", port),
                    "Invalid value for option '--port': expected a port from 0 (any that is free) to 65535; got \""
                            + port + "\"",
                    "lro fake-server");
        }

        @Test
        void optionThatDoesNotExist() {
            assertMisused(
                    shell.lro("cancel", OPERATIONS + "o", "--asynk"),
                    "Unknown option: '--asynk'; did you mean --async?",
                    "lro cancel");
        }
    }

    @Nested
    class InTheCommandThatIs {

        @Test
        void missing() {
            assertMisused(shell.lroWithoutEndpoint(), "Missing required subcommand", "lro");
        }

        @Test
        void misspelt() {
            assertThat(shell.lroWithoutEndpoint("cancle")).isEqualTo(2);
            assertThat(shell.err()).contains("'cancle'; did you mean cancel");
        }

        @Test
        void withoutNames() {
            assertMisused(shell.lro("cancel"), "Missing required parameter: 'NAME' (or --from-file)", "lro cancel");
        }

        @Test
        void listWithoutAnythingToList() {
            assertRefused(
                    shell.lro("list"),
                    "list needs a PARENT, such as //file.googleapis.com/projects/P/locations/L; or give --service, --project"
                            + " and --location");
        }
    }

    private void assertRefused(int code, String message) {
        assertThat(shell.err()).isEqualTo("lro: " + message + "\n");
        assertThat(code).isEqualTo(2);
    }

    private void assertMisused(int code, String message, String command) {
        assertThat(shell.err()).isEqualTo("lro: " + message + "\nTry '" + command + " --help'.\n");
        assertThat(code).isEqualTo(2);
    }
}
