// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import dev.longrun.cancel.CancelOutcome;
import dev.longrun.error.ConfigurationException;
import dev.longrun.journal.CancelJournal;
import dev.longrun.journal.SimulatedJournals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** A batch with all its processes: the first one, and those that resume its journal. */
final class BatchRun {
    private static final long SECOND = 1_000_000_000L;
    private static final long SLOWEST_WRITE = 20_000_000L;

    private final Run run;
    private final Supplier<SimulatedClient> newClient;
    private final List<ModelOperation> operations;
    private final Random random;
    private final boolean hasJournal;
    private final SimulatedDisk disk;
    private final List<BatchProcess> processes = new ArrayList<>();
    private final Set<Integer> clients = new HashSet<>();

    BatchRun(Run run, Supplier<SimulatedClient> newClient, List<ModelOperation> operations) {
        this.run = run;
        this.newClient = newClient;
        this.operations = operations;
        this.random = run.scenario().random("batch");
        this.hasJournal = run.scenario().has(Feature.JOURNAL);
        this.disk = new SimulatedDisk(run.scenario());
        disk.delete();
    }

    void begin(SimulatedClient first) {
        if (hasJournal && run.scenario().has(Feature.CRASH) && random.nextBoolean()) {
            run.once(random.nextLong(15 * SECOND), first.process()::kill);
        }
        if (hasJournal && run.scenario().has(Feature.SECOND_PROCESS)) {
            run.once(random.nextLong(8 * SECOND), this::intrude);
        }
        start(first, false);
    }

    private void start(SimulatedClient client, boolean isResumed) {
        clients.add(client.number());
        SimulatedThread writer = writer(client.process());
        freeze(writer, client.number());
        CancelJournal journal;
        try {
            journal = hasJournal ? journal(client.process(), writer, isResumed) : null;
        } catch (ConfigurationException refused) {
            refused(client, refused);
            return;
        }
        BatchProcess process = new BatchProcess(run, client, disk, journal, writer, new TreeSet<>(clients), isResumed);
        processes.add(process);
        client.process().onKill(() -> run.world().after(1 + random.nextLong(3 * SECOND), this::resume));
        process.begin(operations, random);
    }

    private SimulatedThread writer(SimulatedProcess process) {
        return new SimulatedThread(process, new Random(random.nextLong()), SLOWEST_WRITE);
    }

    private void freeze(SimulatedThread writer, int client) {
        Random freezes = run.scenario().random("freeze", client);
        if (run.scenario().has(Feature.FROZEN_DISK) && freezes.nextInt(3) > 0) {
            long from = 1 + freezes.nextLong(15 * SECOND);
            writer.freeze(
                    from,
                    clients.size() == 1 && freezes.nextInt(3) == 0
                            ? Long.MAX_VALUE
                            : from + freezes.nextLong(40 * SECOND));
        }
    }

    private CancelJournal journal(SimulatedProcess process, SimulatedThread writer, boolean isResumed) {
        var host =
                new SimulatedJournals.Host(process, writer, channel -> disk.before(channel, process), process::onKill);
        return isResumed
                ? SimulatedJournals.resume(disk.file(), run::service, host)
                : SimulatedJournals.create(disk.file(), host);
    }

    private void resume() {
        if (hasJournal) {
            disk.restart();
            run.trace().add(() -> "another process resumes");
            start(newClient.get(), true);
        }
    }

    /** Only half a plan may keep a journal from being resumed, and then nothing was sent. */
    private void refused(SimulatedClient client, ConfigurationException refused) {
        run.trace()
                .require(
                        disk.intents().isEmpty() && disk.planned() > 0 && disk.planned() < operations.size(),
                        () -> "client " + client.number() + " cannot resume: " + refused.getMessage());
    }

    /** A second process must not get the journal of a living one. */
    private void intrude() {
        BatchProcess newest = processes.get(processes.size() - 1);
        if (!newest.hasJournalOpen()) {
            return;
        }
        SimulatedProcess intruder = new SimulatedProcess(run.world(), new Random(random.nextLong()), Duration.ZERO);
        SimulatedThread writer = writer(intruder);
        try (CancelJournal second = journal(intruder, writer, true)) {
            run.trace().finding("a second process was let into the journal " + second);
            writer.runAtOnce();
        } catch (ConfigurationException inUse) {
            run.trace().add(() -> "a second process is refused: " + inUse.getMessage());
        }
    }

    void check() {
        processes.forEach(BatchProcess::check);
        if (hasJournal) {
            disk.outcomes().forEach(this::checkWritten);
        }
        disk.delete();
    }

    private void checkWritten(String name, CancelOutcome.Kind kind) {
        ModelOperation operation = operations.stream()
                .filter(each -> each.name().equals(name))
                .findAny()
                .orElseThrow();
        boolean holds = switch (kind) {
            case CANCELLED -> operation.end() == ModelOperation.End.CANCELLED;
            case COMPLETED_ANYWAY ->
                operation.end() == ModelOperation.End.SUCCESS || operation.end() == ModelOperation.End.EMPTY;
            case FAILED_ANYWAY -> operation.end() == ModelOperation.End.FAILURE;
            case ALREADY_DONE -> operation.isDone(run.world().now());
            default -> true;
        };
        run.trace().require(holds, () -> "the journal says that " + name + " was " + kind);
    }
}
