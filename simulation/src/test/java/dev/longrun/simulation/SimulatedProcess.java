// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;

/**
 * Clock, timer and threads of one process. Tasks and timers of a process that was killed never run.
 *
 * <p>The monotonic clock overflows within the run, as {@code System.nanoTime} may.
 */
final class SimulatedProcess implements TimeSource, Executor {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final long LONGEST_DELAY = Duration.ofMillis(1).toNanos();
    private static final long FURTHEST = Duration.ofDays(1_000).toNanos();
    private static final long EPOCH = Long.MAX_VALUE - Duration.ofMinutes(1).toNanos();

    private final SimulatedWorld world;
    private final Random random;
    private final long latestTimer;
    private final List<Runnable> onKill = new ArrayList<>();
    private final long startedAt;
    private long wallClockStep;
    private boolean killed;

    /** @param latestTimer by how much a timer may be late */
    SimulatedProcess(SimulatedWorld world, Random random, Duration latestTimer) {
        this.world = world;
        this.random = random;
        this.latestTimer = latestTimer.toNanos();
        this.startedAt = world.now();
    }

    long sinceStart() {
        return world.now() - startedAt;
    }

    boolean isKilled() {
        return killed;
    }

    void kill() {
        if (!killed) {
            killed = true;
            onKill.forEach(Runnable::run);
        }
    }

    /** What the system does when the process ends. */
    void onKill(Runnable action) {
        onKill.add(action);
    }

    /** An event of this process: an answer that arrives, a caller that acts. */
    SimulatedWorld.Event after(long nanos, Runnable task) {
        return world.after(nanos, () -> {
            if (!killed) {
                task.run();
            }
        });
    }

    @Override
    public void execute(Runnable task) {
        if (!killed) {
            after((long) (random.nextDouble() * LONGEST_DELAY), task);
        }
    }

    @Override
    public Scheduled schedule(Duration delay, Runnable task) {
        if (killed) {
            return () -> {};
        }
        long nanos = delay.getSeconds() > FURTHEST / 1_000_000_000 ? FURTHEST : Math.max(0, delay.toNanos());
        boolean late = latestTimer > 0 && random.nextInt(5) == 0;
        return after(nanos + (late ? (long) (random.nextDouble() * latestTimer) : 0), task)::drop;
    }

    /** Moves the wall clock, as an administrator or NTP does. */
    void stepWallClock(Duration step) {
        wallClockStep += step.toNanos();
    }

    @Override
    public Instant now() {
        return START.plusNanos(world.now() + wallClockStep);
    }

    @Override
    public long nanoTime() {
        return EPOCH + world.now();
    }

    @Override
    public void sleep(Duration duration) {
        throw new AssertionError("the thread of the simulation must not block; it was to sleep " + duration);
    }
}
