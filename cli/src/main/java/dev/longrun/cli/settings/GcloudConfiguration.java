// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.settings;

import dev.longrun.text.SafeText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * gcloud's active configuration. Its files are read when a property is asked for, once: {@code active_config} names the
 * configuration, unless a variable does, and {@code configurations/config_NAME} has its properties.
 */
final class GcloudConfiguration {
    private static final String NAME_VARIABLE = "CLOUDSDK_ACTIVE_CONFIG_NAME";
    private static final String NO_CONFIGURATION = "NONE";
    private static final Pattern NAME = Pattern.compile("[a-z][-a-z0-9]*");
    private static final long LONGEST = 1 << 20;

    private final Map<String, String> variables;
    private final Optional<Path> folder;
    private @Nullable String name;
    private @Nullable IniFile properties;

    /** @param folder empty if the variables do not tell where it is */
    GcloudConfiguration(Map<String, String> variables, Optional<Path> folder) {
        this.variables = variables;
        this.folder = folder;
    }

    static GcloudConfiguration of(Map<String, String> variables) {
        return new GcloudConfiguration(variables, folder(variables, File.separatorChar == '\\'));
    }

    static Optional<Path> folder(Map<String, String> variables, boolean windows) {
        return value(variables, "CLOUDSDK_CONFIG")
                .map(Path::of)
                .or(() -> windows
                        ? value(variables, "APPDATA").map(data -> Path.of(data, "gcloud"))
                        : value(variables, "HOME").map(home -> Path.of(home, ".config", "gcloud")));
    }

    private static Optional<String> value(Map<String, String> variables, String name) {
        return Optional.of(variables.getOrDefault(name, "")).filter(value -> !value.isBlank());
    }

    /**
     * The value of a property such as {@code core/project}; empty if it is not set, or there is no configuration.
     *
     * @param needed what the property is needed for
     * @throws IllegalArgumentException if the configuration cannot be read, is damaged, or was named and does not exist
     */
    synchronized Optional<String> property(String property, Setting needed) {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        try {
            int slash = property.indexOf('/');
            return properties(folder.get())
                    .value(property.substring(0, slash), property.substring(slash + 1))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty());
        } catch (IOException | IllegalArgumentException unusable) {
            throw new IllegalArgumentException(
                    "%s cannot be used for the %s: %s; give %s, or mend the file"
                            .formatted(describe(), needed.label(), reason(unusable), needed.option()),
                    unusable);
        }
    }

    /** {@code the gcloud configuration "work" (~/.config/gcloud/configurations/config_work)}. */
    synchronized String describe() {
        return name == null
                ? "gcloud's folder " + folder.map(this::shortened).orElse("")
                : "the gcloud configuration " + SafeText.quoted(name) + " ("
                        + shortened(file(folder.orElseThrow(), name)) + ")";
    }

    private IniFile properties(Path gcloud) throws IOException {
        IniFile known = properties;
        if (known == null) {
            known = read(gcloud);
            properties = known;
        }
        return known;
    }

    private IniFile read(Path gcloud) throws IOException {
        Optional<String> named = value(variables, NAME_VARIABLE).map(String::strip);
        String active = named.isPresent()
                ? named.get()
                : text(gcloud.resolve("active_config")).strip();
        if (active.equals(NO_CONFIGURATION)) {
            return IniFile.EMPTY;
        }
        if (!active.isEmpty() && !NAME.matcher(active).matches()) {
            throw new IllegalArgumentException("the name of a configuration must be lower-case letters, digits and '-';"
                    + (named.isPresent() ? " " + NAME_VARIABLE : " its file active_config") + " has "
                    + SafeText.quoted(active));
        }
        name = active.isEmpty() ? "default" : active;
        Path file = file(gcloud, name);
        if (named.isPresent() && Files.notExists(file)) {
            throw new IllegalArgumentException(NAME_VARIABLE + " names it, and there is no such file");
        }
        return IniFile.parse(text(file));
    }

    private static Path file(Path gcloud, String name) {
        return gcloud.resolve("configurations").resolve("config_" + name);
    }

    /** Empty if there is no such file. */
    private static String text(Path file) throws IOException {
        try {
            if (Files.size(file) > LONGEST) {
                throw new IOException("it has more than " + LONGEST + " bytes");
            }
            return Files.readString(file);
        } catch (NoSuchFileException absent) {
            return "";
        }
    }

    private static String reason(Exception unusable) {
        return unusable instanceof IOException
                ? "it cannot be read (" + unusable + ")"
                : String.valueOf(unusable.getMessage());
    }

    private String shortened(Path path) {
        Optional<Path> home = value(variables, "HOME").map(Path::of);
        return home.filter(path::startsWith)
                .map(start -> "~" + File.separator + start.relativize(path))
                .orElseGet(path::toString);
    }
}
