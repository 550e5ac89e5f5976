// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static dev.longrun.cli.Shell.FULL;
import static dev.longrun.cli.Shell.OPERATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stdout that takes no more. */
@Timeout(60)
class LostDataTest {
    private static final String NO_SPACE = "lro: cannot write stdout: No space left on device\n";
    private static final String PARENT = "//file.googleapis.com/" + Shell.PARENT;

    private final Shell shell = Shell.start();

    @BeforeEach
    void operation() {
        shell.server.operation(OPERATIONS + "running").cancelsAfter(Duration.ZERO);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "get --quiet " + FULL + "done-a",
                "wait --quiet " + FULL + "done-a",
                "list --quiet " + PARENT,
                "cancel --quiet " + FULL + "cancels-0-a",
                "cancel --quiet --from-file=- " + FULL + "cancels-0-a",
                "delete --quiet " + FULL + "done-a",
                "sweep --quiet " + PARENT,
                "sweep --quiet --format=json " + PARENT,
                "sweep --quiet --yes " + PARENT
            })
    void isAnError(String line) {
        assertThat(shell.writingTo(refusing("No space left on device")).lro(line.split(" ")))
                .isEqualTo(1);
        assertThat(shell.err()).isEqualTo(NO_SPACE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "cancel --help", "--version", "services --quiet", "services --quiet file"})
    void isAnErrorWithoutAServerToo(String line) {
        assertThat(shell.writingTo(refusing("No space left on device")).lroWithoutEndpoint(line.split(" ")))
                .isEqualTo(1);
        assertThat(shell.err()).isEqualTo(NO_SPACE);
    }

    @Test
    void aFakeServerThatCannotSayWhereItIsEnds() {
        assertThat(shell.writingTo(refusing("No space left on device")).lroWithoutEndpoint("fake-server"))
                .isEqualTo(1);
        assertThat(shell.err()).isEqualTo(NO_SPACE);
    }

    @Test
    void aWorseCodeStays() {
        shell.writingTo(refusing("No space left on device"));
        assertThat(shell.lro("get", "--quiet", FULL + "done-a", "..")).isEqualTo(2);
        assertThat(shell.err()).endsWith(NO_SPACE).hasLineCount(2);
    }

    @Test
    void whatWasAskedForIsDoneAllTheSame() {
        shell.writingTo(refusing("No space left on device"))
                .typing(FULL + "cancels-0-a\n" + FULL + "cancels-0-b\n")
                .lro("cancel", "--quiet", "--from-file=-");
        assertThat(shell.server.operationRecord(OPERATIONS + "cancels-0-b").cancelRequests())
                .isEqualTo(1);
    }

    @Test
    void aListAsksForNoFurtherPage() {
        shell.server.operation(OPERATIONS + "another").neverEnds();
        shell.writingTo(refusing("File too large")).lro("list", "--quiet", PARENT, "--page-size=1");
        assertThat(shell.requests()).hasSize(1);
        assertThat(shell.err()).isEqualTo("lro: cannot write stdout: File too large\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Broken pipe", "Connection reset by peer"})
    void aReaderThatWentAwayHasLostNothing(String reason) {
        assertThat(shell.writingTo(refusing(reason)).lro("list", "--quiet", PARENT))
                .isZero();
        assertThat(shell.err()).isEmpty();
    }

    @Test
    void nothingFollowsAGap() {
        var some = new OutputStream() {
            private final StringBuilder written = new StringBuilder();
            private boolean full = false;

            @Override
            public void write(int octet) throws IOException {
                full = !full && written.length() >= 10;
                if (full) {
                    throw new IOException("No space left on device");
                }
                written.append((char) octet);
            }
        };
        shell.writingTo(some).lro("get", "--quiet", "--format=json", FULL + "done-a", FULL + "done-b");
        assertThat(some.written).hasToString("{\"schemaVe");
        assertThat(shell.err()).isEqualTo(NO_SPACE);
    }

    private static OutputStream refusing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException(reason);
            }
        };
    }
}
