// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static dev.longrun.cli.Shell.FULL;
import static dev.longrun.cli.Shell.OPERATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.testkit.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                    "file v1 get: name must look like projects/*/locations/*/operations/*; got \"my-op\"; --project and"
                            + " --location complete an id");
        }

        @Test
        void bareWithoutAService() {
            assertRefused(
                    shell.lroWithoutEndpoint("cancel", OPERATIONS + "o"),
                    "a name alone does not tell its service, as many have names like it; expected //file.googleapis.com/"
                            + OPERATIONS + "o, or " + OPERATIONS + "o --service file; got \"" + OPERATIONS + "o\"");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "//file.googleapis.com/v1/" + OPERATIONS + "o",
                    "file.googleapis.com/v1/" + OPERATIONS + "o",
                    "v1/" + OPERATIONS + "o"
                })
        void precededByAVersion(String name) {
            assertRefused(
                    shell.lro("cancel", "--service=file", name),
                    "a name holds no version; leave out v1/, or use --api-version v1 with it; got \"" + name + "\"");
        }

        @Test
        void aParentPrecededByAVersion() {
            assertRefused(
                    shell.lro("list", "//file.googleapis.com/v1beta1/projects/p/locations/l"),
                    "a name holds no version; leave out v1beta1/, or use --api-version v1beta1 with it; got"
                            + " \"//file.googleapis.com/v1beta1/projects/p/locations/l\"");
        }

        @Test
        void decodedWrongly() {
            assertRefused(
                    shell.typing("").lro("cancel", FULL + "\uFFFD"),
                    "resource name must not contain U+FFFD, which stands for text that was decoded wrongly; got \""
                            + OPERATIONS + "\uFFFD\": at character 45");
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
                    "the endpoint http://example.com, of --endpoint, is plain http and not on this machine; requests would"
                            + " travel unprotected. Use https://example.com, or --plaintext, which sends no credentials");
        }

        @Test
        void noUrl() {
            assertRefused(
                    shell.lroWithoutEndpoint("get", FULL + "o", "--endpoint", "ftp://127.0.0.1"),
                    "--endpoint takes an origin, such as https://file.googleapis.com or http://127.0.0.1:8080; origin: the"
                            + " scheme must be https or http; got \"ftp://127.0.0.1\"");
        }
    }

    @Nested
    class InAnOption {

        @ParameterizedTest
        @ValueSource(strings = {"-5s", "0", "soon", "", "5", "s"})
        void timeoutThatIsNoDuration(String timeout) {
            assertMisused(
                    shell.lro("cancel", OPERATIONS + "o", "--timeout", timeout),
                    "Invalid value for option '--timeout': a duration must look like 500ms, 1.5s, 90s, 1h30m, 2d or"
                            + " PT1H30M; got \"" + timeout + "\"",
                    "lro cancel");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0s", "PT0S", "PT-5S"})
        void timeoutThatIsNotLongerThanZero(String timeout) {
            assertMisused(
                    shell.lro("cancel", OPERATIONS + "o", "--timeout", timeout),
                    "Invalid value for option '--timeout': expected a duration longer than zero, such as 30s, 1h30m or"
                            + " 500ms; got \"" + timeout + "\"",
                    "lro cancel");
        }

        @Test
        void formatThatDoesNotExist() {
            assertMisused(
                    shell.lro("cancel", OPERATIONS + "o", "--format", "xml"),
                    "Invalid value for option '--format': expected table or json, or for lro report html, md, csv or junit; got \"xml\"",
                    "lro cancel");
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

        @ParameterizedTest
        @ValueSource(strings = {"", "256.0.0.1", "no host"})
        void hostThatIsNone(String host) {
            assertMisused(
                    shell.lroWithoutEndpoint("fake-server", "--host", host),
                    "Invalid value for option '--host': expected an address or a name of this machine, such as 0.0.0.0"
                            + " (all interfaces); got \"" + host + "\"",
                    "lro fake-server");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "list   | --limit     | -1  | a number of operations, 0 or more",
                    "list   | --limit     | x   | a number of operations, 0 or more",
                    "list   | --page-size | -1  | a number of operations from 0 (the server's choice), such as 500",
                    "list   | --page-size | 1e3 | a number of operations from 0 (the server's choice), such as 500",
                    "sweep  | --max-ops   | 0   | a number of operations, 1 or more, such as 1000",
                    "cancel | --rps       | 0   | a number of cancels a second, more than 0, such as 20 or 0.5 (one in two seconds)",
                    "cancel | --rps       | abc | a number of cancels a second, more than 0, such as 20 or 0.5 (one in two seconds)",
                    "sweep  | --rps       | NaN | a number of cancels a second, more than 0, such as 20 or 0.5 (one in two seconds)",
                    "sweep  | --rps       | 20d | a number of cancels a second, more than 0, such as 20 or 0.5 (one in two seconds)"
                })
        void numberThatIsOutOfRange(String command, String option, String number, String expected) {
            assertMisused(
                    shell.lro(command, "//file.googleapis.com/" + Shell.PARENT, option, number),
                    "Invalid value for option '%s': expected %s; got \"%s\"".formatted(option, expected, number),
                    "lro " + command);
        }

        @Test
        void journalThatIsADirectory(@TempDir Path directory) {
            assertRefused(
                    shell.lro("cancel", FULL + "o", "--journal", directory.toString()),
                    "--journal " + directory + " is a directory; give the name of a new file");
        }

        @Test
        void journalOfAnEarlierSweep(@TempDir Path directory) throws IOException {
            Path earlier = Files.writeString(directory.resolve("earlier"), "{}\n");
            assertRefused(
                    shell.lro(
                            "sweep", "//file.googleapis.com/" + Shell.PARENT, "--yes", "--journal", earlier.toString()),
                    "--journal " + earlier
                            + " exists and has 3 bytes; a new run needs a new file. Resume it instead, or"
                            + " give another name");
        }

        @ParameterizedTest
        @CsvSource({
            "cancel, --asynk, --async",
            "cancel, --no-wait, --async",
            "cancel, -timeout, --timeout",
            "list, --json, --format=json",
            "list, --region=europe-west1, --location",
            "sweep, --force, --yes"
        })
        void optionThatDoesNotExist(String command, String option, String meant) {
            assertMisused(
                    shell.lro(command, option),
                    "Unknown option: '" + option + "'; did you mean " + meant + "?",
                    "lro " + command);
        }

        @Test
        void optionLikeNoOther() {
            assertMisused(shell.lro("cancel", "--frobnicate"), "Unknown option: '--frobnicate'", "lro cancel");
        }
    }

    @Nested
    class InTheCommandThatIs {

        @Test
        void missing() {
            assertMisused(shell.lroWithoutEndpoint(), "Missing required subcommand", "lro");
        }

        @ParameterizedTest
        @CsvSource({
            "cancle, lro cancel",
            "CANCEL, lro cancel",
            "gte, lro get",
            "servic, lro services",
            "stop, lro cancel",
            "kill, lro cancel",
            "ls, lro list",
            "ps, lro list",
            "status, lro get",
            "describe, lro get",
            "version, lro --version"
        })
        void misspeltOrCalledOtherwise(String word, String meant) {
            assertMisused(
                    shell.lroWithoutEndpoint(word, "--yes", "name"),
                    "Unknown command: '" + word + "'; did you mean " + meant + "?",
                    "lro");
        }

        @Test
        void misspeltBelowACommand() {
            assertMisused(
                    shell.lroWithoutEndpoint("journal", "mrege"),
                    "Unknown command: 'mrege'; did you mean lro journal merge?",
                    "lro journal");
        }

        @Test
        void likeNoOther() {
            assertMisused(shell.lroWithoutEndpoint("frobnicate"), "Unknown command: 'frobnicate'", "lro");
        }

        @Test
        void leftOutBeforeAName() {
            assertMisused(
                    shell.lroWithoutEndpoint(FULL + "o"),
                    "Unknown command: '" + FULL + "o'; a command comes before the name, such as lro get",
                    "lro");
        }

        @Test
        void textThatMovesTheCursor() {
            assertMisused(
                    shell.lroWithoutEndpoint("cancel\u001B[2J"),
                    "Unknown command: 'cancel\\u001b[2J'; did you mean lro cancel?",
                    "lro");
        }

        @Test
        void withoutNames() {
            assertMisused(shell.lro("cancel"), "Missing required parameter: 'NAME' (or --from-file)", "lro cancel");
        }

        @ParameterizedTest
        @ValueSource(strings = {"list", "sweep"})
        void withoutAnythingToList(String command) {
            assertRefused(
                    shell.lro(command),
                    "a PARENT is missing, such as //file.googleapis.com/projects/P/locations/L; or give --service, --project"
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
