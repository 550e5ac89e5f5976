// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cli.settings.Setting;
import dev.longrun.cli.settings.SettingsTable;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The table of the settings, in the help and on the settings page. */
class SettingsTableTest {
    private final Shell shell = Shell.start();

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void theSettingsPageHasIt() throws Exception {
        Path page = Path.of("docs/SETTINGS.md");
        String text = Files.readString(Files.exists(page) ? page : Path.of("..").resolve(page));
        assertThat(text).as("the page has exactly these rows").contains(SettingsTable.markdown());
    }

    @Test
    void theHelpHasEverySettingAndSource() {
        assertThat(shell.lroWithoutEndpoint("help", "environment")).isZero();
        String words = shell.out().replaceAll("\\s+", " ");
        for (Setting setting : Setting.values()) {
            assertThat(words).contains(setting.label(), setting.sentence(), setting.option());
            assertThat(setting.variables()).allMatch(words::contains);
            assertThat(setting.properties()).allMatch(words::contains);
        }
        assertThat(shell.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(shell.err()).isEmpty();
    }
}
