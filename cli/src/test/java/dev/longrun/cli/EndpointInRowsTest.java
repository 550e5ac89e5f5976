// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The host of a pasted URL stays with its name: in rows, in journals, and when they are read again. */
@Timeout(30)
class EndpointInRowsTest {
    private static final String ENDPOINT = "https://us-central1-file.googleapis.com";
    private static final String NAME = Shell.OPERATIONS + "cancels-0-a";
    private static final String URL = ENDPOINT + "/v1beta1/" + NAME;

    private final Shell shell = Shell.start();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void anOutcomeHasItAndARowThatIsReadAgainKeepsIt() throws Exception {
        assertThat(shell.lro("cancel", "--quiet", "--format=json", URL)).isZero();
        assertThat(shell.json().string("endpoint")).hasValue(ENDPOINT);
        Path rows = Files.writeString(directory.resolve("rows"), shell.out());
        shell.clear();

        assertThat(shell.lro("wait", "--quiet", "--format=json", "--from-file=" + rows))
                .isEqualTo(3); // the operation was cancelled
        assertThat(shell.json().string("endpoint")).hasValue(ENDPOINT);
        assertThat(shell.json().string("version")).hasValue("v1beta1");
    }

    @Test
    void aRowWithoutAHostOfItsOwnHasNone() {
        shell.lro("cancel", "--quiet", "--format=json", Shell.FULL + "cancels-0-a");
        assertThat(shell.json().has("endpoint")).isFalse();
    }

    @Test
    void aResumedJournalKeepsIt() throws Exception {
        Path journal = directory.resolve("journal.jsonl");
        shell.lro("cancel", "--quiet", "--timeout=1s", "--journal=" + journal, URL.replace("cancels-0-a", "stuck-a"));
        assertThat(Files.readAllLines(journal))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(JsonObject.parse(line).string("endpoint")).hasValue(ENDPOINT));

        shell.clear();
        shell.lro("cancel", "--quiet", "--timeout=1s", "--format=json", "--resume=" + journal);
        assertThat(shell.json().string("endpoint")).hasValue(ENDPOINT);
        assertThat(shell.json().string("version")).hasValue("v1beta1");
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example, file.googleapis.com, evil.example",
        "https://file.googleapis.com.evil.example, file.googleapis.com, evil.example",
        "https://us-central1-file.googleapis.com/x, file.googleapis.com, host and port only",
        "https://europe-west1-file.googleapis.com, file.googleapis.com, europe-west1",
        "https://us-central1-file.googleapis.com, dataplex.googleapis.com, dataplex.googleapis.com",
    })
    void aHostThatIsNotTheServicesIsRefused(String endpoint, String service, String named) throws Exception {
        Path rows = Files.writeString(
                directory.resolve("rows"),
                "{\"name\":\"" + NAME + "\",\"service\":\"" + service + "\",\"version\":\"v1\",\"endpoint\":\""
                        + endpoint + "\"}\n");
        assertThat(shell.lro("cancel", "--quiet", "--from-file=" + rows)).isEqualTo(2);
        assertThat(shell.err()).startsWith("lro: " + rows + ", line 1: ").contains(named);
        assertThat(shell.requests()).isEmpty();
    }

    @Test
    void anEndpointNeedsAVersionAndAService() throws Exception {
        Path rows = Files.writeString(
                directory.resolve("rows"), "{\"name\":\"" + NAME + "\",\"endpoint\":\"" + ENDPOINT + "\"}\n");
        assertThat(shell.lro("cancel", "--quiet", "--from-file=" + rows)).isEqualTo(2);
        assertThat(shell.err()).contains("an object with an endpoint must have a name, a service and a version");
    }
}
