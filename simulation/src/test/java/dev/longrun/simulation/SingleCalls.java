// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import dev.longrun.cancel.CancelOptions;
import dev.longrun.service.OperationName;
import dev.longrun.time.Backoff;
import dev.longrun.watch.WatchOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Cancels and watches of one client, each begun and perhaps given up at a moment that is drawn. */
final class SingleCalls {
    private static final Backoff SELDOM = Backoff.exponential(Duration.ofMillis(500), 1.5, Duration.ofSeconds(10));
    private static final Backoff AT_ONCE = Backoff.exponential(Duration.ofMillis(20), 1.5, Duration.ofSeconds(10));

    private static final long SECOND = 1_000_000_000L;

    private final SimulatedClient client;
    private final SimulatedWorld world;
    private final boolean mayLeave;
    private final boolean mayThrow;
    private final boolean mayBeInterrupted;
    private final boolean hasScheduleOfItsOwn;
    private final boolean repeatsAtOnce;
    private final List<CancelClaim> cancels = new ArrayList<>();
    private final List<WatchClaim> watches = new ArrayList<>();

    SingleCalls(SimulatedClient client) {
        this.client = client;
        this.world = client.run().world();
        this.mayLeave = client.run().scenario().has(Feature.LEAVING_CALLERS);
        this.mayBeInterrupted = client.run().scenario().has(Feature.INTERRUPTS);
        this.hasScheduleOfItsOwn = client.run().scenario().random("schedule").nextInt(3) == 0;
        this.repeatsAtOnce = client.run().scenario().random("request backoff").nextBoolean();
        this.mayThrow = client.run().scenario().has(Feature.THROWING_LISTENERS);
    }

    void add(ModelOperation operation, Random random) {
        OperationName name = client.run()
                .name(
                        operation.name(),
                        client.run()
                                .scenario()
                                .random(
                                        "version " + client.number(),
                                        operation.name().hashCode()));
        long begin = (long) (random.nextDouble() * random.nextDouble() * 10 * SECOND);
        long timeout = timeout(random) * (client.run().scenario().has(Feature.SERVER_WAITS) ? 3 : 1);
        boolean readFirst = random.nextInt(4) == 0;
        int kind = random.nextInt(5);
        if (!client.run().scenario().allows(begin)) {
            return;
        }
        client.process().after(begin, () -> {
            if (world.now() >= client.closedAt()) {
                return;
            }
            if (kind < 4) {
                cancel(operation, name, timeout, readFirst, random);
            }
            if (kind >= 3) {
                watch(operation, name, timeout, random);
            }
        });
    }

    private Backoff polls() {
        return hasScheduleOfItsOwn ? SELDOM : WatchOptions.defaults().pollBackoff();
    }

    private double stretch() {
        return hasScheduleOfItsOwn ? 1 : WatchOptions.defaults().pollStretch();
    }

    static long timeout(Random random) {
        return (long) ((0.2 + random.nextDouble() * random.nextDouble() * 60) * SECOND);
    }

    private void cancel(ModelOperation operation, OperationName name, long timeout, boolean readFirst, Random random) {
        CancelClaim claim = new CancelClaim(client, operation, Set.of(client.number()), false, world.now(), timeout);
        cancels.add(claim);
        client.rules().mayRead(operation.name(), () -> "");
        client.rules().mayCancel(operation.name(), () -> claim.hasEnded() ? "the cancel had ended" : "");
        client.trace().add(() -> client.number() + " cancels " + name + " for " + Trace.seconds(timeout));
        CancelOptions options = CancelOptions.defaults()
                .withTimeout(Duration.ofNanos(timeout))
                .withReadFirst(readFirst)
                .withPollBackoff(polls(), stretch())
                .withRequestBackoff(repeatsAtOnce ? AT_ONCE : SELDOM)
                .withListener(snapshot -> listen(random));
        if (mayBeInterrupted && random.nextInt(4) == 0) {
            InterruptedThread.run(
                    client.trace(),
                    "a cancel",
                    () -> client.operations().canceller().cancel(name, options));
            claim.abandon();
            claim.end(null, null, world.now());
            return;
        }
        var future = client.operations().canceller().cancelAsync(name, options);
        future.whenComplete((outcome, failure) -> {
            claim.end(outcome, failure, world.now());
            client.trace()
                    .add(() -> client.number() + " has cancelled " + name + ": "
                            + (outcome == null ? failure : outcome.describe()));
        });
        leave(future, claim::abandon, timeout, random);
    }

    private void watch(ModelOperation operation, OperationName name, long timeout, Random random) {
        WatchClaim claim = new WatchClaim(client, operation, world.now(), timeout);
        watches.add(claim);
        client.rules().mayRead(operation.name(), () -> "");
        client.trace().add(() -> client.number() + " watches " + name + " for " + Trace.seconds(timeout));
        WatchOptions options = WatchOptions.defaults()
                .withTimeout(Duration.ofNanos(timeout))
                .withPollBackoff(polls(), stretch())
                .withListener(snapshot -> listen(random));
        if (mayBeInterrupted && random.nextInt(4) == 0) {
            InterruptedThread.run(
                    client.trace(),
                    "a watch",
                    () -> client.operations().watcher().await(name, options));
            claim.abandon();
            claim.end(null, null, world.now());
            return;
        }
        var future = client.operations().watcher().watch(name, options);
        future.whenComplete((outcome, failure) -> {
            claim.end(outcome, failure, world.now());
            client.trace()
                    .add(() -> client.number() + " has watched " + name + ": "
                            + (outcome == null ? failure : outcome.kind()));
        });
        leave(future, claim::abandon, timeout, random);
    }

    private void leave(CompletableFuture<?> future, Runnable abandon, long timeout, Random random) {
        long after = (long) (random.nextDouble() * timeout);
        if (mayLeave && random.nextInt(4) == 0) {
            client.process().after(after, () -> {
                if (!future.isDone()) {
                    abandon.run();
                    future.cancel(false);
                }
            });
        }
    }

    private void listen(Random random) {
        if (mayThrow && random.nextInt(5) == 0) {
            throw new IllegalStateException("a listener that throws");
        }
    }

    void check() {
        cancels.forEach(CancelClaim::check);
        watches.forEach(WatchClaim::check);
    }
}
