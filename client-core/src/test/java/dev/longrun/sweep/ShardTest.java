// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.error.ConfigurationException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardTest {

    /** Made by another SHA-256; a change of any row splits the work of machines that run different versions. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "//file.googleapis.com/projects/p/locations/us-central1/operations/operation-1, 0, 0, 4, 700",
        "//file.googleapis.com/projects/p/locations/us-central1/operations/operation-2, 0, 0, 2, 194",
        "//file.googleapis.com/projects/p/locations/us-central1/operations/operation-3, 1, 2, 3, 131",
        "//aiplatform.googleapis.com/projects/p/locations/europe-west4/endpoints/7/operations/42, 0, 2, 4, 636",
        "//file.googleapis.com/projects/p/locations/l/operations/größe-✓, 1, 2, 7, 655",
    })
    void theIndexOfANameNeverChanges(String fullName, int of2, int of3, int of8, int of1000) {
        assertThat(Shard.indexOf(fullName, 2)).isEqualTo(of2);
        assertThat(Shard.indexOf(fullName, 3)).isEqualTo(of3);
        assertThat(Shard.indexOf(fullName, 8)).isEqualTo(of8);
        assertThat(Shard.indexOf(fullName, 1_000)).isEqualTo(of1000);
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "7", "8", "64"})
    void namesThatDifferInANumberSpreadEvenly(int count) {
        int names = 1_000 * count;
        int[] sizes = new int[count];

        IntStream.range(0, names)
                .forEach(i -> sizes[Shard.indexOf(Sample.name("operation-" + i).fullName(), count)]++);

        assertThat(IntStream.of(sizes).boxed())
                .allSatisfy(size -> assertThat(size).isBetween(850, 1_150));
    }

    @Test
    void eachNameIsInExactlyOneShard() {
        var name = Sample.name("operation-1");

        assertThat(IntStream.range(0, 8).filter(i -> Shard.of(i, 8).has(name))).hasSize(1);
        assertThat(Shard.all().has(name)).isTrue();
    }

    @Test
    void aShardReadsBackWhatItPrints() {
        assertThat(Shard.parse("2/8")).isEqualTo(Shard.of(2, 8)).hasToString("2/8");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "8/8 | shards count from 0, so of 8 they are 0/8 to 7/8; got 8/8",
                "0/0 | there must be 1 shard or more; got 0/0",
                "2   | a shard must look like i/n, such as 0/8 for the first of eight; got \"2\"",
                "-1/8| a shard must look like i/n, such as 0/8 for the first of eight; got \"-1/8\"",
                "2 of 8 | a shard must look like i/n, such as 0/8 for the first of eight; got \"2 of 8\"",
            })
    void whatIsNoShardIsRefused(String text, String message) {
        assertThatThrownBy(() -> Shard.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Nested
    class FromTheEnvironment {

        @ParameterizedTest(name = "{0}")
        @CsvSource({
            "CLOUD_RUN_TASK_INDEX=2 CLOUD_RUN_TASK_COUNT=8, 2/8",
            "JOB_COMPLETION_INDEX=0 JOB_COMPLETIONS=3,       0/3",
            "JOB_COMPLETION_INDEX=0 JOB_COMPLETIONS=3 CLOUD_RUN_TASK_INDEX=, 0/3", // set to nothing is not set
            "CLOUD_RUN_TASK_INDEX=0 CLOUD_RUN_TASK_COUNT=1, 0/1",
        })
        void aPlatformTellsAMachineItsPart(String variables, String shard) {
            assertThat(Shard.fromEnvironment(environment(variables))).hasToString(shard);
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "HOME=x | the environment names no shard: an Indexed Job of Kubernetes has JOB_COMPLETION_INDEX (set JOB_COMPLETIONS beside it), a Cloud Run job has CLOUD_RUN_TASK_INDEX and CLOUD_RUN_TASK_COUNT; elsewhere give the shard as i/n, such as 0/8",
                    "JOB_COMPLETION_INDEX=2 | JOB_COMPLETION_INDEX is set, but JOB_COMPLETIONS is not; Kubernetes does not set it: add it to the container's env with the value of spec.completions",
                    "JOB_COMPLETIONS=8 | JOB_COMPLETIONS is set, but JOB_COMPLETION_INDEX is not",
                    "CLOUD_RUN_TASK_INDEX=2 | CLOUD_RUN_TASK_INDEX is set, but CLOUD_RUN_TASK_COUNT is not",
                    "CLOUD_RUN_TASK_INDEX=two CLOUD_RUN_TASK_COUNT=8 | CLOUD_RUN_TASK_INDEX must be a whole number, 0 or more; got \"two\"",
                    "JOB_COMPLETION_INDEX=8 JOB_COMPLETIONS=8 | JOB_COMPLETION_INDEX and JOB_COMPLETIONS: shards count from 0, so of 8 they are 0/8 to 7/8; got 8/8",
                    "JOB_COMPLETION_INDEX=1 JOB_COMPLETIONS=8 CLOUD_RUN_TASK_INDEX=1 CLOUD_RUN_TASK_COUNT=8 | the environment names two shards, by CLOUD_RUN_TASK_INDEX and by JOB_COMPLETION_INDEX; unset one, or give the shard as i/n, such as 0/8",
                })
        void aPartThatIsNotToldIsNeverGuessed(String variables, String message) {
            assertThatThrownBy(() -> Shard.fromEnvironment(environment(variables)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(message);
        }

        private Map<String, String> environment(String variables) {
            Map<String, String> map = new HashMap<>();
            for (String each : variables.split(" ")) {
                map.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
            }
            return map;
        }
    }
}
