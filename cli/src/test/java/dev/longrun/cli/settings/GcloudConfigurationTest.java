// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GcloudConfigurationTest {
    private final Map<String, String> variables = new HashMap<>();
    private Path folder;

    @TempDir
    Path home;

    @BeforeEach
    void folder() throws IOException {
        folder = home.resolve(".config/gcloud");
        Files.createDirectories(folder.resolve("configurations"));
        variables.put("HOME", home.toString());
    }

    private void configuration(String name, String text) throws IOException {
        Files.writeString(folder.resolve("configurations/config_" + name), text);
    }

    private Optional<String> project() {
        return GcloudConfiguration.of(variables).property("core/project", Setting.PROJECT);
    }

    @Test
    void isTheOneOfTheVariableThenTheActiveOneThenTheDefault() throws IOException {
        configuration("default", "[core]\nproject = of-default\n");
        configuration("work", "[core]\nproject = of-work\n");
        configuration("lab", "[core]\nproject = of-lab\n");
        assertThat(project()).hasValue("of-default");

        Files.writeString(folder.resolve("active_config"), "work\n");
        assertThat(project()).hasValue("of-work");

        variables.put("CLOUDSDK_ACTIVE_CONFIG_NAME", "lab");
        assertThat(project()).hasValue("of-lab");

        variables.put("CLOUDSDK_ACTIVE_CONFIG_NAME", "NONE");
        assertThat(project()).isEmpty();
    }

    @Test
    void saysItsNameAndItsFile() throws IOException {
        configuration("work", "[core]\nproject = p\n");
        variables.put("CLOUDSDK_ACTIVE_CONFIG_NAME", "work");
        assertThat(new Settings(variables, line -> {}).find(Setting.PROJECT, null))
                .map(SettingValue::describe)
                .hasValue(
                        "project p, of the gcloud configuration \"work\" (~/.config/gcloud/configurations/config_work)");
    }

    @Test
    void isEmptyWhereThereIsNoGcloud() {
        variables.put("HOME", home.resolve("elsewhere").toString());
        assertThat(project()).isEmpty();
        variables.clear();
        assertThat(project()).isEmpty();
    }

    @Test
    void aFolderThatIsAFileIsNamed() throws IOException {
        variables.put(
                "CLOUDSDK_CONFIG", Files.writeString(home.resolve("file"), "x").toString());
        assertThatThrownBy(this::project)
                .hasMessageContaining("gcloud's folder ~/file cannot be used for the project: it cannot be read");
    }

    @Test
    void anActiveNameWithoutAFileHasNoValues() throws IOException {
        Files.writeString(folder.resolve("active_config"), "gone");
        assertThat(project()).isEmpty();
    }

    @Test
    void aValueThatIsBlankCountsAsNone() throws IOException {
        configuration("default", "[core]\nproject =\n");
        assertThat(project()).isEmpty();
    }

    @Test
    void theFolderOfWindowsIsThatOfItsApplications() {
        variables.put("APPDATA", "/users/u/AppData/Roaming");
        assertThat(GcloudConfiguration.folder(variables, true)).hasValue(Path.of("/users/u/AppData/Roaming/gcloud"));
        variables.put("CLOUDSDK_CONFIG", "/elsewhere");
        assertThat(GcloudConfiguration.folder(variables, true)).hasValue(Path.of("/elsewhere"));
        assertThat(GcloudConfiguration.folder(Map.of(), false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../etc/passwd", "a/b", "Work", "\u202ework"})
    void aNameThatIsNoneIsRefused(String name) {
        variables.put("CLOUDSDK_ACTIVE_CONFIG_NAME", name);
        assertThatThrownBy(this::project)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "gcloud's folder ~/.config/gcloud cannot be used for the project: the name of a"
                                + " configuration must be lower-case letters, digits and '-'; CLOUDSDK_ACTIVE_CONFIG_NAME has \"")
                .hasMessageEndingWith("; give --project, or mend the file")
                .message()
                .doesNotContain("\u202e");
    }

    @Test
    void aNameOfTheVariableNeedsAFile() {
        variables.put("CLOUDSDK_ACTIVE_CONFIG_NAME", "work");
        assertThatThrownBy(this::project)
                .hasMessage(
                        "the gcloud configuration \"work\" (~/.config/gcloud/configurations/config_work) cannot be used"
                                + " for the project: CLOUDSDK_ACTIVE_CONFIG_NAME names it, and there is no such file; give"
                                + " --project, or mend the file");
    }

    @Test
    void aDamagedOneIsNamedWithTheLine() throws IOException {
        configuration("default", "[core]\nproject\n");
        assertThatThrownBy(this::project)
                .hasMessage(
                        "the gcloud configuration \"default\" (~/.config/gcloud/configurations/config_default) cannot"
                                + " be used for the project: line 2: expected KEY = VALUE, a [section] or a # comment; give"
                                + " --project, or mend the file");
    }

    @Test
    void anUnreadableOneIsNamed() throws IOException {
        Files.createDirectory(folder.resolve("configurations/config_default"));
        assertThatThrownBy(this::project).hasMessageContaining("it cannot be read (java.io.IOException");

        variables.put("CLOUDSDK_ACTIVE_CONFIG_NAME", "latin");
        Files.write(folder.resolve("configurations/config_latin"), new byte[] {'[', (byte) 0xE9, ']'});
        assertThatThrownBy(this::project).hasMessageContaining("it cannot be read (java.nio.charset.");
    }

    @Test
    void noFileIsReadForAnOptionOrAVariable() throws IOException {
        configuration("default", "damaged");
        Settings settings = new Settings(variables, line -> {});
        assertThat(settings.find(Setting.PROJECT, "given"))
                .hasValue(new SettingValue(Setting.PROJECT, "given", "--project", true));
        variables.put("GOOGLE_CLOUD_PROJECT", " of-variable ");
        assertThat(settings.find(Setting.PROJECT, null)).map(SettingValue::text).hasValue("of-variable");
        variables.put("CLOUDSDK_CORE_PROJECT", "first");
        assertThat(settings.find(Setting.PROJECT, null)).map(SettingValue::text).hasValue("first");
    }

    /** Decisions: a source is region and zone together; its region wins; a zone needs a service with zones. */
    @Test
    void theLocationIsTheRegionElseTheZoneOrItsRegion() throws IOException {
        configuration("default", "[compute]\nregion = europe-west1\nzone = europe-west1-b\n");
        Settings settings = new Settings(variables, line -> {});
        assertThat(settings.location("given", true)).map(SettingValue::text).hasValue("given");
        assertThat(settings.location(null, false)).map(SettingValue::text).hasValue("europe-west1");
        assertThat(settings.location(null, true))
                .as("ambiguous")
                .map(SettingValue::text)
                .hasValue("europe-west1");

        variables.put("CLOUDSDK_COMPUTE_ZONE", "us-central1-a");
        assertThat(settings.location(null, true)).map(SettingValue::text).hasValue("us-central1-a");
        assertThat(settings.location(null, false))
                .map(SettingValue::describe)
                .hasValue("location us-central1, of CLOUDSDK_COMPUTE_ZONE, the region of us-central1-a");

        variables.put("CLOUDSDK_COMPUTE_REGION", "us-west1");
        assertThat(settings.location(null, true)).map(SettingValue::text).hasValue("us-west1");
    }
}
