// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code docs/SETTINGS.md} is what the code says. */
@Timeout(60)
class SettingsDocumentTest {
    private static final Path WRITTEN = Path.of("docs/SETTINGS.md");

    @Test
    void theSettingsPageIsThatOfTheCode() throws IOException {
        String text = SettingsDocument.text();
        Path made = Files.writeString(Files.createDirectories(Path.of("made")).resolve("SETTINGS.md"), text);
        assertThat(DocumentFiles.exists(WRITTEN.toString()) ? DocumentFiles.read(WRITTEN) : "")
                .as("if the change is on purpose: cp %s %s", made.toAbsolutePath(), DocumentFiles.ROOT.resolve(WRITTEN))
                .isEqualTo(text);
    }
}
