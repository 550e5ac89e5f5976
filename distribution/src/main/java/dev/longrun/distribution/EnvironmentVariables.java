// SPDX-License-Identifier: Apache-2.0
package dev.longrun.distribution;

import java.util.LinkedHashMap;
import java.util.Map;

/** The variables of the environment that the manual pages list, and what they mean. */
final class EnvironmentVariables {
    static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put(
                "LONGRUN_SERVICES",
                "Files that define further services, joined by colons; read before those of --services.");
        ALL.put("LONGRUN_ENDPOINT", "Where requests go instead of to the service's own host.");
        ALL.put("GOOGLE_APPLICATION_CREDENTIALS", "The file with Application Default Credentials.");
        ALL.put(
                "CLOUDSDK_..., GOOGLE_CLOUD_PROJECT",
                "What gcloud users have set; lro help environment has all variables, with their options.");
        ALL.put("JAVA_HOME", "The Java that runs lro, where it has none of its own; 17 or newer.");
        ALL.put("XDG_CACHE_HOME", "Where lro keeps the archive of its classes, if none came with it; else ~/.cache.");
    }

    private EnvironmentVariables() {}
}
