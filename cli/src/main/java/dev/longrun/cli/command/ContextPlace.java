// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.name.DefaultPlace;
import dev.longrun.cli.settings.Setting;
import dev.longrun.cli.settings.SettingValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The project and the location of the options, else of the environment. A command that changes operations says on
 * stderr which of the environment it uses.
 */
final class ContextPlace implements DefaultPlace {
    private final CommandContext context;
    private final @Nullable String project;
    private final @Nullable String location;
    private @Nullable SettingValue usedProject;
    private @Nullable SettingValue usedLocation;

    /**
     * @param project of the option; null if it is not given
     * @param location likewise
     */
    ContextPlace(CommandContext context, @Nullable String project, @Nullable String location) {
        this.context = context;
        this.project = project;
        this.location = location;
    }

    @Override
    public Optional<String> project() {
        Optional<SettingValue> found = context.settings().find(Setting.PROJECT, project);
        found.ifPresent(value -> usedProject = announced(value));
        return found.map(SettingValue::text);
    }

    @Override
    public Optional<String> location(boolean zones) {
        Optional<SettingValue> found = context.settings().location(location, zones);
        found.ifPresent(value -> usedLocation = announced(value));
        return found.map(SettingValue::text);
    }

    @Override
    public boolean isGiven() {
        return project != null || location != null;
    }

    @Override
    public boolean isLocationGiven() {
        return location != null;
    }

    private SettingValue announced(SettingValue value) {
        if (!value.given() && context.changesOperations()) {
            context.console().noteOnce("lro: " + value.describe());
        } else {
            context.settings().use(value);
        }
        return value;
    }

    /** The options that mean the same in another environment. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        OptionEcho.add(words, "--project", textOr(usedProject, project));
        OptionEcho.add(words, "--location", textOr(usedLocation, location));
        return words;
    }

    private static @Nullable String textOr(@Nullable SettingValue used, @Nullable String given) {
        return used == null ? given : used.text();
    }
}
