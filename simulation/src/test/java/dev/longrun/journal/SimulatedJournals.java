// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import dev.longrun.service.ServiceDefinition;
import dev.longrun.time.TimeSource;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Opens the seams of a journal to the simulation: its thread and its disk are simulated ones. */
public final class SimulatedJournals {
    private SimulatedJournals() {}

    /**
     * The surroundings of a journal.
     *
     * @param disk stands before the file
     * @param onKill takes what the system does when the process ends
     */
    public record Host(
            TimeSource time, ExecutorService writer, UnaryOperator<FileChannel> disk, Consumer<Runnable> onKill) {}

    public static CancelJournal create(Path path, Host host) {
        return CancelJournal.created(on(host, JournalFile.create(path)), host.time(), host.writer());
    }

    public static CancelJournal resume(Path path, BiFunction<String, String, ServiceDefinition> services, Host host) {
        JournalIndex contents = new JournalIndex();
        JournalFile file = on(host, JournalFile.resume(path, contents));
        return CancelJournal.resumed(file, contents, services, host.time(), host.writer());
    }

    private static JournalFile on(Host host, JournalFile file) {
        host.onKill().accept(() -> file.lock().close());
        return new JournalFile(file.path(), host.disk().apply(file.channel()), file.lock());
    }
}
