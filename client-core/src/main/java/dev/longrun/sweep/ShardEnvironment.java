// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import dev.longrun.error.ConfigurationException;
import dev.longrun.text.SafeText;
import java.util.List;
import java.util.Map;

/** The variables with which platforms number their machines. An empty variable counts as not set. */
record ShardEnvironment(Map<String, String> variables) {
    private static final Platform CLOUD_RUN = new Platform("CLOUD_RUN_TASK_INDEX", "CLOUD_RUN_TASK_COUNT");
    private static final Platform KUBERNETES = new Platform("JOB_COMPLETION_INDEX", "JOB_COMPLETIONS");

    private record Platform(String index, String count) {}

    Shard shard() {
        List<Platform> said = List.of(CLOUD_RUN, KUBERNETES).stream()
                .filter(platform -> isSet(platform.index()) || isSet(platform.count()))
                .toList();
        if (said.isEmpty()) {
            throw new ConfigurationException("the environment names no shard: an Indexed Job of Kubernetes has "
                    + KUBERNETES.index()
                    + " (set " + KUBERNETES.count() + " beside it), a Cloud Run job has " + CLOUD_RUN.index() + " and "
                    + CLOUD_RUN.count() + "; elsewhere give the shard as i/n, such as 0/8");
        }
        if (said.size() > 1) {
            throw new ConfigurationException("the environment names two shards, by " + CLOUD_RUN.index() + " and by "
                    + KUBERNETES.index() + "; unset one, or give the shard as i/n, such as 0/8");
        }
        return read(said.get(0));
    }

    private Shard read(Platform platform) {
        int index = number(platform, platform.index(), "");
        int count = number(
                platform,
                platform.count(),
                platform.equals(KUBERNETES)
                        ? "; Kubernetes does not set it: add it to the container's env with the value of spec.completions"
                        : "");
        try {
            return new Shard(index, count);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(platform.index() + " and " + platform.count() + ": " + e.getMessage(), e);
        }
    }

    private int number(Platform platform, String variable, String hint) {
        if (!isSet(variable)) {
            String other = variable.equals(platform.index()) ? platform.count() : platform.index();
            throw new ConfigurationException(other + " is set, but " + variable + " is not" + hint);
        }
        String value = variables.getOrDefault(variable, "").strip();
        if (!value.matches("\\d{1,9}")) {
            throw new ConfigurationException(
                    variable + " must be a whole number, 0 or more; got " + SafeText.quoted(value));
        }
        return Integer.parseInt(value);
    }

    private boolean isSet(String variable) {
        return !variables.getOrDefault(variable, "").isBlank();
    }
}
