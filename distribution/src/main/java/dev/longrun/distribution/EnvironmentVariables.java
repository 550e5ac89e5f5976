// SPDX-License-Identifier: Apache-2.0
package dev.longrun.distribution;

import dev.longrun.cli.settings.Setting;
import java.util.LinkedHashMap;
import java.util.Map;

/** The variables of the environment that the manual pages list: those of the settings, and those of the launcher. */
final class EnvironmentVariables {
    private EnvironmentVariables() {}

    /** What they mean by their names; those of one setting stand together. */
    static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            if (!setting.variables().isEmpty()) {
                all.put(String.join(", ", setting.variables()), setting.sentence());
            }
        }
        all.put("JAVA_HOME", "The Java that runs lro, where it has none of its own; 17 or newer.");
        all.put("XDG_CACHE_HOME", "Where lro keeps the archive of its classes, if none came with it; else ~/.cache.");
        return all;
    }
}
