// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run: a seed, and what is left out of what the seed draws. Each purpose has random numbers of its own, so that a run
 * without something is alike in everything else. Immutable.
 *
 * @param off features that are left out
 * @param without operations that are left out, by number
 * @param until after so many seconds no call begins, and no crash, close or step of a clock comes
 */
record Scenario(long seed, Set<Feature> off, Set<Integer> without, int until) {
    private static final int NO_END = Integer.MAX_VALUE;

    static Scenario of(long seed) {
        return new Scenario(seed, Set.of(), Set.of(), NO_END);
    }

    /** Reads what {@link #arguments} wrote, from the system properties. */
    static Scenario ofProperties(long seed) {
        return new Scenario(
                seed,
                list("simulation.off").map(Feature::valueOf).collect(Collectors.toSet()),
                list("simulation.without").map(Integer::valueOf).collect(Collectors.toSet()),
                Integer.getInteger("simulation.until", NO_END));
    }

    private static Stream<String> list(String property) {
        return Stream.of(System.getProperty(property, "").split(",")).filter(part -> !part.isBlank());
    }

    boolean has(Feature feature) {
        return !off.contains(feature) && random(feature.name()).nextInt(100) < feature.percent();
    }

    Random random(String purpose) {
        return random(purpose, 0);
    }

    Random random(String purpose, long number) {
        return new Random(mixed(mixed(seed + 31L * purpose.hashCode()) + number));
    }

    /** Neighbouring seeds must not begin alike, as those of {@link Random} do. */
    private static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    Scenario without(Feature feature) {
        Set<Feature> more = EnumSet.of(feature);
        more.addAll(off);
        return new Scenario(seed, more, without, until);
    }

    Scenario without(List<Integer> operations) {
        Set<Integer> more = new TreeSet<>(without);
        more.addAll(operations);
        return new Scenario(seed, off, more, until);
    }

    Scenario until(int seconds) {
        return new Scenario(seed, off, without, seconds);
    }

    /** Whether something still begins at that time, in nanoseconds. */
    boolean allows(long time) {
        return time / 1_000_000_000L < until;
    }

    /** The command that repeats the run. */
    String command() {
        return "mvn -B test -pl simulation -am -Dsurefire.failIfNoSpecifiedTests=false -Dtest=SimulationTest"
                + " -Dsimulation.seed=" + seed
                + (off.isEmpty()
                        ? ""
                        : " -Dsimulation.off=" + joined(off.stream().map(Feature::name)))
                + (without.isEmpty()
                        ? ""
                        : " -Dsimulation.without=" + joined(without.stream().map(String::valueOf)))
                + (until == NO_END ? "" : " -Dsimulation.until=" + until);
    }

    private static String joined(Stream<String> parts) {
        return parts.sorted().collect(Collectors.joining(","));
    }
}
