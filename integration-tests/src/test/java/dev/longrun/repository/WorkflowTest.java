// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The workflow for hosts runs what is here, on the JDKs that are promised, and may do nothing else. */
class WorkflowTest {
    private static final Map<?, ?> WORKFLOW =
            (Map<?, ?>) new Load(LoadSettings.builder().setLabel("ci.yml").build())
                    .loadFromString(Repository.read(Path.of(".github/workflows/ci.yml")));
    private static final Map<?, ?> JOB = (Map<?, ?>) ((Map<?, ?>) WORKFLOW.get("jobs")).get("run");

    @Test
    void itMayOnlyReadTheSources() {
        assertThat(WORKFLOW.get("permissions")).isEqualTo(Map.of("contents", "read"));
        assertThat(JOB.get("permissions")).isNull();
        assertThat(JOB.get("timeout-minutes")).isInstanceOf(Integer.class);
    }

    @Test
    void itRunsOnTheOldestTheLastAndTheNewestLongTermJdk() {
        assertThat(((Map<?, ?>) ((Map<?, ?>) JOB.get("strategy")).get("matrix")).get("jdk"))
                .isEqualTo(List.of(17, 21, 25));
    }

    @Test
    void itsActionsArePinnedToCommits() {
        assertThat(steps().stream().map(step -> step.get("uses")).filter(uses -> uses != null))
                .isNotEmpty()
                .allSatisfy(uses -> assertThat(uses.toString()).matches("actions/[a-z-]+@[0-9a-f]{40}"));
    }

    @Test
    void theScriptsThatItRunsExist() {
        assertThat(steps().stream()
                        .filter(step -> step.containsKey("run"))
                        .flatMap(step -> step.get("run").toString().lines())
                        .filter(line -> !line.startsWith("sudo apt-get ")))
                .isNotEmpty()
                .allSatisfy(script -> assertThat(Files.isExecutable(Repository.ROOT.resolve(script)))
                        .as(script)
                        .isTrue());
    }

    private static List<Map<?, ?>> steps() {
        return ((List<?>) JOB.get("steps"))
                .stream().<Map<?, ?>>map(step -> (Map<?, ?>) step).toList();
    }
}
