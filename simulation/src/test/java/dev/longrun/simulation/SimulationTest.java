// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole engine against the modelled service, once for each seed.
 *
 * <pre>
 * mvn -B test -pl simulation -am -Dtest=SimulationTest -Dsurefire.failIfNoSpecifiedTests=false -Dsimulation.seeds=100000
 * </pre>
 *
 * {@code simulation.first} is the first seed; {@code simulation.seed} runs one seed and prints what happened in it.
 */
class SimulationTest {
    private static final long FIRST = Long.getLong("simulation.first", 0);
    private static final int SEEDS = Integer.getInteger("simulation.seeds", 2_000);
    private static final Long ONE = Long.getLong("simulation.seed");
    private static final int MOST_OPERATIONS = 26;

    @Test
    void everySeedHoldsTheInvariants() {
        long operations = 0;
        long requests = 0;
        long begin = System.nanoTime();
        for (long seed = FIRST; seed < FIRST + SEEDS && ONE == null; seed++) {
            Simulation.Report report = Simulation.of(Scenario.of(seed), false);
            operations += report.operations();
            requests += report.requests();
            if (!report.findings().isEmpty()) {
                throw new AssertionError(described(Scenario.of(seed)));
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (ONE == null) {
            System.out.printf(
                    Locale.ROOT,
                    "Simulated %d seeds from %d: %d operations, %d requests in %.1f s, %.0f operations a second%n",
                    SEEDS,
                    FIRST,
                    operations,
                    requests,
                    seconds,
                    operations / seconds);
        }
    }

    @Test
    void theOneThatWasAskedForIsShown() {
        if (ONE != null) {
            Simulation.Report report = Simulation.of(Scenario.ofProperties(ONE), true);
            report.trace().forEach(System.out::println);
            assertThat(report.findings()).isEmpty();
        }
    }

    /** What was found once, and mended; by runs that had not the newest features. */
    @ParameterizedTest
    @ValueSource(longs = {39, 68, 1211, 1765, 108_601, 155_536, 220_374})
    void aSeedThatFailedOnceHoldsTheInvariants(long seed) {
        Scenario scenario = Scenario.of(seed);
        for (Feature later : EnumSet.range(Feature.SERVER_WAITS, Feature.INTERRUPTS)) {
            scenario = scenario.without(later);
        }
        Simulation.Report report = Simulation.of(scenario, false);
        assertThat(report.findings()).as(() -> described(Scenario.of(seed))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {23_281, 23_614, 1_079_688, 1_302_116})
    void aSeedWithTheNewestFeaturesThatFailedOnceHoldsTheInvariants(long seed) {
        Simulation.Report report = Simulation.of(Scenario.of(seed), false);
        assertThat(report.findings()).as(() -> described(Scenario.of(seed))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theSameSeedRunsTheSame(long seed) {
        List<String> once = Simulation.of(Scenario.of(seed), true).trace();
        assertThat(Simulation.of(Scenario.of(seed), true).trace()).isEqualTo(once);
    }

    @Test
    void everyFeatureIsDrawn() {
        Set<Feature> drawn = new TreeSet<>();
        for (long seed = 0; seed < 300; seed++) {
            for (Feature feature : Feature.values()) {
                if (Scenario.of(seed).has(feature)) {
                    drawn.add(feature);
                }
            }
        }
        assertThat(drawn).containsExactly(Feature.values());
    }

    @Test
    void aFailingRunIsMadeSmall() {
        Shrinker shrinker = new Shrinker(
                scenario -> scenario.has(Feature.BATCH) && !scenario.without().contains(7) && scenario.until() >= 3);
        Scenario failing = LongStream.range(0, 100)
                .mapToObj(Scenario::of)
                .filter(scenario -> scenario.has(Feature.BATCH))
                .findFirst()
                .orElseThrow();
        Scenario small = shrinker.shrink(failing, 10);
        assertThat(small.without()).containsExactly(0, 1, 2, 3, 4, 5, 6, 8, 9);
        assertThat(Feature.values()).filteredOn(small::has).containsExactly(Feature.BATCH);
        assertThat(small.until()).isEqualTo(3);
        assertThat(small.command())
                .contains("-Dsimulation.seed=" + failing.seed() + " -Dsimulation.off=")
                .endsWith("0,1,2,3,4,5,6,8,9 -Dsimulation.until=3");
    }

    /** Shrunk, with its trace and the command that repeats it. */
    private static String described(Scenario failing) {
        Shrinker shrinker = new Shrinker(
                scenario -> !Simulation.of(scenario, false).findings().isEmpty());
        Scenario small = shrinker.shrink(failing, MOST_OPERATIONS);
        Simulation.Report report = Simulation.of(small, true);
        return String.join("\n", report.trace())
                + "\n\nseed " + failing.seed() + ": " + String.join("\n", report.findings())
                + "\n\n" + small.command() + "\n";
    }
}
