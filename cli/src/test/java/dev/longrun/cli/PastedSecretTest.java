// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.testkit.VirtualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A credential in pasted text is shown nowhere: not in a row, a message or a hint. */
class PastedSecretTest {
    private static final String NAME = "projects/p/locations/us-central1/operations/done-a";

    private final Shell shell = Shell.start(VirtualTime.manual());

    @AfterEach
    void close() {
        shell.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:canary@file.googleapis.com/v1/" + NAME + "?access_token=canary",
                "https://user:canary@evil.example/v1/x?key=canary",
                "//user:canary@file.googleapis.com/" + NAME,
                "//user:canary@evil.example/" + NAME,
                "user:canary@file.googleapis.com/" + NAME,
                NAME + "?key=canary",
                "Bearer canary-0123456789",
                "ya29.canary-0123456789"
            })
    void isHidden(String pasted) {
        for (String format : new String[] {"--format=table", "--format=json"}) {
            shell.lro("get", pasted, "-v", format);
            shell.lro("get", pasted, "--service=file", "-v", format);
            shell.lro("list", pasted, "-v", format);
            assertThat(shell.out() + shell.err()).doesNotContain("canary");
        }
    }
}
