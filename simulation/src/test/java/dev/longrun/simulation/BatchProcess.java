// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelBatch;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cancel.CancelResult;
import dev.longrun.cancel.SimulatedBatches;
import dev.longrun.cancel.WriteAheadLog;
import dev.longrun.journal.CancelJournal;
import dev.longrun.service.OperationName;
import dev.longrun.simulation.ServiceRecord.What;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One process with a batch: begins it, reads its results, and checks that each name has exactly one. */
final class BatchProcess {
    private static final long SECOND = 1_000_000_000L;
    private static final long SLOWEST_SOURCE = 5_000_000L;

    /** The lateness of a timer that the limiter makes up for. */
    private static final double CAUGHT_UP = 20_000_000;

    /** A read that is between two threads at the close may still leave. */
    private static final long HANDING_OVER = 10_000_000L;

    private static final long LOG_GRACE = 200_000_000L;

    private final Run run;
    private final SimulatedClient client;
    private final SimulatedDisk disk;
    private final ProcessJournal journal;
    private final Set<Integer> clients;
    private final Set<String> settled = new HashSet<>();
    private final Set<String> resumed = new HashSet<>();
    private final Map<String, ModelOperation> operations = new HashMap<>();
    private final Map<String, Integer> results = new HashMap<>();
    private HostileLog hostile;
    private RecordingLog log;
    private NameSource source;
    private CancelBatch batch;
    private double perSecond = Double.POSITIVE_INFINITY;
    private long timeout;
    private long closedAt = Long.MAX_VALUE;
    private boolean isRead;
    private Throwable failure;

    /**
     * @param journal null for a batch without one
     * @param clients this one, and those of the processes before
     */
    BatchProcess(
            Run run,
            SimulatedClient client,
            SimulatedDisk disk,
            CancelJournal journal,
            SimulatedThread writer,
            Set<Integer> clients,
            boolean isResumed) {
        this.run = run;
        this.client = client;
        this.disk = disk;
        this.journal = journal == null ? null : new ProcessJournal(run, client.process(), disk, journal, writer);
        this.clients = clients;
        if (isResumed) {
            resumed.addAll(disk.intents());
            disk.outcomes().forEach((name, kind) -> {
                if (kind.isFinal()) {
                    settled.add(name);
                }
            });
        }
    }

    boolean hasJournalOpen() {
        return journal != null && !client.process().isKilled() && !isRead;
    }

    void begin(List<ModelOperation> all, Random random) {
        Scenario scenario = run.scenario();
        all.forEach(each -> operations.put(each.name(), each));
        Random versions = scenario.random("versions", client.number());
        List<OperationName> names = all.stream()
                .map(each -> run.name(each.name(), versions))
                .collect(Collectors.toCollection(ArrayList::new));
        if (journal != null && clients.size() == 1 && random.nextInt(3) == 0) {
            journal.plan(names);
        }
        if (journal != null) {
            names = journal.log().remaining(names.stream()).collect(Collectors.toCollection(ArrayList::new));
        } else if (scenario.has(Feature.DUPLICATE_NAMES)) {
            for (int i = random.nextInt(4); i >= 0; i--) {
                names.add(
                        random.nextInt(names.size() + 1),
                        run.name(names.get(random.nextInt(names.size())).value(), versions));
            }
        }
        boolean throwsOnce = scenario.has(Feature.BROKEN_SOURCE) && clients.size() == 1;
        source = new NameSource(names, throwsOnce ? random.nextInt(names.size() + 1) : -1, random.nextInt(6));
        log = new RecordingLog(writeAheadLog(random), client, this::claim);
        for (OperationName name : names) {
            client.rules()
                    .mayRead(
                            name.value(),
                            () -> run.world().now() - HANDING_OVER <= closedAt ? "" : "the batch was closed");
            client.rules().mayCancel(name.value(), () -> objection(name.value()));
        }
        SimulatedThread feeding = new SimulatedThread(client.process(), new Random(random.nextLong()), SLOWEST_SOURCE);
        batch = SimulatedBatches.begin(client.operations().canceller(), source, options(names.size(), random), feeding);
        if (scenario.has(Feature.CLOSED_BATCH)) {
            client.process().after(random.nextLong(20 * SECOND), this::close);
        }
        readNext(new Random(random.nextLong()));
    }

    private WriteAheadLog writeAheadLog(Random random) {
        if (journal != null) {
            return journal.log();
        } else if (run.scenario().has(Feature.HOSTILE_LOG)) {
            hostile = new HostileLog(client.process(), new Random(random.nextLong()));
            return hostile;
        }
        return WriteAheadLog.none();
    }

    private BatchOptions options(int names, Random random) {
        timeout = SingleCalls.timeout(random);
        if (run.scenario().has(Feature.SLOW_BATCH)) {
            perSecond = 0.5 + random.nextInt(20);
        }
        CancelOptions each =
                CancelOptions.defaults().withTimeout(Duration.ofNanos(timeout)).withReadFirst(random.nextInt(4) == 0);
        return BatchOptions.defaults()
                .withMaxInFlight(1 + random.nextInt(names + 2))
                .withMaxPerSecond(perSecond)
                .withCancelOptions(each.withWriteAheadLog(log));
    }

    private CancelClaim claim(OperationName name) {
        return new CancelClaim(
                client,
                operations.get(name.value()),
                clients,
                resumed.contains(name.value()),
                run.world().now(),
                timeout);
    }

    private String objection(String name) {
        if (settled.contains(name)) {
            return "the journal had its final outcome";
        } else if (closedAt != Long.MAX_VALUE) {
            return "the batch was closed";
        } else if (journal != null && !disk.hasIntent(name)) {
            return "its intent is not on the disk";
        } else if (resumed.contains(name) && !wasSeenRunning(name)) {
            return "an earlier process may have asked for it, and it was not read";
        }
        return log.objection(name);
    }

    private boolean wasSeenRunning(String name) {
        return run.service()
                .record()
                .any(
                        name,
                        Set.of(client.number()),
                        What.RUNNING_SHOWN,
                        0,
                        run.world().now());
    }

    private void readNext(Random random) {
        if (client.process().isKilled()) {
            return;
        }
        long askedAt = run.world().now();
        if (run.scenario().has(Feature.INTERRUPTS) && random.nextInt(6) == 0) {
            InterruptedThread.run(run.trace(), "a read of the batch", batch::hasNext);
        }
        CompletableFuture<Optional<CancelResult>> read = batch.nextAsync();
        if (run.scenario().has(Feature.LEAVING_CALLERS) && random.nextInt(4) == 0) {
            client.process().after(random.nextLong(3 * SECOND), () -> {
                if (read.cancel(false)) {
                    client.process().after(random.nextLong(2 * SECOND), () -> readNext(random));
                }
            });
        }
        read.whenComplete((result, thrown) -> {
            if (!read.isCancelled()) {
                take(result, thrown, askedAt, random);
            }
        });
    }

    private void take(Optional<CancelResult> result, Throwable thrown, long askedAt, Random random) {
        if (thrown == null && result.isPresent()) {
            check(result.get(), askedAt);
            long pause = random.nextInt(5) == 0 ? random.nextLong(2 * SECOND) : 0;
            client.process().after(pause, () -> readNext(random));
            return;
        }
        isRead = true;
        failure = thrown;
        run.trace().add(() -> client.number() + " has read all" + (thrown == null ? "" : ": " + thrown));
        if (journal != null) {
            journal.close();
        }
    }

    private void check(CancelResult result, long askedAt) {
        String name = result.name().value();
        results.merge(name, 1, Integer::sum);
        List<CancelClaim> claims = log.claims(name);
        String kind =
                claims.isEmpty() ? "nothing" : claims.get(claims.size() - 1).kind();
        long late = claims.isEmpty()
                ? 0
                : run.world().now()
                        - Math.max(askedAt, claims.get(claims.size() - 1).deadline() + LOG_GRACE)
                        - client.slack();
        run.trace().require(late <= 0, () -> "the result of " + name + " came " + Trace.seconds(late) + " late");
        String told = result.outcome().map(each -> each.kind().name()).orElse("failed");
        run.trace().require(told.equals(kind), () -> "the result of " + name + " is " + told + ", the log has " + kind);
    }

    private void close() {
        if (!isRead) {
            run.trace().add(() -> client.number() + " closes the batch");
            batch.close();
            closedAt = run.world().now();
            log.claims()
                    .values()
                    .forEach(claims -> claims.forEach(claim -> {
                        if (!claim.hasEnded()) {
                            claim.abandon();
                        }
                    }));
        }
    }

    void check() {
        log.claims().values().forEach(claims -> claims.forEach(CancelClaim::check));
        checkPace();
        if (client.process().isKilled()) {
            return;
        }
        require(isRead, "the results have no end");
        checkFailure();
        if (closedAt == Long.MAX_VALUE) {
            operations.keySet().forEach(this::checkResults);
        } else {
            operations.keySet().forEach(this::checkClosed);
        }
    }

    private void checkFailure() {
        boolean mayFail = source.hasThrown() || hostile != null && hostile.hasFailed() || disk.isFull();
        require(failure == null || mayFail, () -> "ended with " + failure);
        require(failure != null || !source.hasThrown() || closedAt != Long.MAX_VALUE, "the source's failure was lost");
    }

    private void checkResults(String name) {
        int begun = log.claims(name).size();
        int told = results.getOrDefault(name, 0);
        require(told == begun, () -> name + " began " + begun + " times and has " + told + " results");
        require(begun > 0 || failure != null || settled.contains(name), () -> name + " was dropped");
    }

    /** What was asked has a result, or is named. */
    private void checkClosed(String name) {
        boolean sent = run.service().record().any(name, Set.of(client.number()), What.CANCEL_SENT, 0, Long.MAX_VALUE);
        boolean named = batch.sentWithoutOutcome().stream()
                .anyMatch(each -> each.value().equals(name));
        require(
                !sent || named || results.containsKey(name),
                () -> name + " was asked for and is not named after the close");
    }

    private void checkPace() {
        List<Long> begins = log.begins();
        for (int last = 1; last < begins.size(); last++) {
            for (int first = Math.max(0, last - 5); first < last; first++) {
                double least = (last - first) * SECOND / perSecond - CAUGHT_UP;
                long took = begins.get(last) - begins.get(first);
                int names = last - first;
                require(took >= least, () -> names + " names began within " + Trace.seconds(took));
            }
        }
    }

    private void require(boolean holds, String otherwise) {
        require(holds, () -> otherwise);
    }

    private void require(boolean holds, Supplier<String> otherwise) {
        run.trace().require(holds, () -> "batch of client " + client.number() + ": " + otherwise.get());
    }
}
