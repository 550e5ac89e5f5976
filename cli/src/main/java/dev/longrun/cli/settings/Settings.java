// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.settings;

import dev.longrun.name.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the values of settings, and reports once where each value that is used came from. Thread-safe. */
public final class Settings {
    private static final List<String> REGION = Setting.LOCATION.variables().subList(0, 1);
    private static final List<String> ZONE = Setting.LOCATION.variables().subList(1, 2);
    private static final List<String> REGION_PROPERTY =
            Setting.LOCATION.properties().subList(0, 1);
    private static final List<String> ZONE_PROPERTY =
            Setting.LOCATION.properties().subList(1, 2);

    private final Map<String, String> variables;
    private final GcloudConfiguration gcloud;
    private final Consumer<String> used;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    /** @param used receives a line for each value that is used */
    public Settings(Map<String, String> variables, Consumer<String> used) {
        this.variables = variables;
        this.gcloud = GcloudConfiguration.of(variables);
        this.used = used;
    }

    /** The environment variables. */
    public Map<String, String> variables() {
        return variables;
    }

    /**
     * The value of the option, of the first variable that is set, or of gcloud's active configuration.
     *
     * @param option as given; null if it is not
     * @throws IllegalArgumentException if the configuration is needed and cannot be read
     */
    public Optional<SettingValue> find(Setting setting, @Nullable String option) {
        return withoutGcloud(setting, option).or(() -> configured(setting, setting.properties()));
    }

    /** As {@link #find}, without gcloud's configuration, which is for Google's own servers. */
    public Optional<SettingValue> withoutGcloud(Setting setting, @Nullable String option) {
        return option != null
                ? Optional.of(new SettingValue(setting, option, setting.option(), true))
                : variable(setting, setting.variables());
    }

    /**
     * The location: as given, else of the variables, else of gcloud's configuration. A region wins over a zone of the
     * same source.
     *
     * @param zones whether the service has operations in zones: elsewhere a zone stands for its region
     */
    public Optional<SettingValue> location(@Nullable String option, boolean zones) {
        if (option != null) {
            return withoutGcloud(Setting.LOCATION, option);
        }
        return location(variable(Setting.LOCATION, REGION), variable(Setting.LOCATION, ZONE), zones)
                .or(() -> location(
                        configured(Setting.LOCATION, REGION_PROPERTY),
                        configured(Setting.LOCATION, ZONE_PROPERTY),
                        zones));
    }

    private static Optional<SettingValue> location(
            Optional<SettingValue> region, Optional<SettingValue> zone, boolean zones) {
        return region.or(() -> zones ? zone : zone.map(Settings::regionOf));
    }

    private static SettingValue regionOf(SettingValue zone) {
        String region = new Location(zone.text()).region().id();
        return region.equals(zone.text()) ? zone : zone.withText(region, "the region of " + zone.text());
    }

    private Optional<SettingValue> variable(Setting setting, List<String> names) {
        return names.stream()
                .filter(name -> !variables.getOrDefault(name, "").isBlank())
                .findFirst()
                .map(name -> new SettingValue(
                        setting, variables.getOrDefault(name, "").strip(), name, false));
    }

    private Optional<SettingValue> configured(Setting setting, List<String> properties) {
        return properties.stream()
                .flatMap(property -> gcloud.property(property, setting).stream())
                .findFirst()
                .map(text -> new SettingValue(setting, text, gcloud.describe(), false));
    }

    /** Reports the value, once, unless the command line has it. */
    public SettingValue use(SettingValue value) {
        if (!value.given() && reported.add(value.describe())) {
            used.accept("lro: " + value.describe());
        }
        return value;
    }
}
