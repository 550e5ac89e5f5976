// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.longrun.error.ConfigurationException;
import dev.longrun.journal.JournalEntry.Planned;
import dev.longrun.json.JsonObject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Merges the journals of shards: their plans as one plan, then their other lines, one journal after the other. */
final class JournalMerge {
    private static final byte[] LINE_BREAK = {'\n'};

    private final List<Path> parts;
    private final Path into;
    private final Map<JournalKey, Map<String, String>> notes = new HashMap<>();

    JournalMerge(List<Path> parts, Path into) {
        this.parts = parts;
        this.into = into;
    }

    JournalIndex run() {
        Map<JournalKey, Instant> plan = plan();
        checkNew();
        Path draft = into.resolveSibling(into.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            write(plan, draft);
            publish(draft);
        } catch (NoSuchFileException e) {
            throw new ConfigurationException("journal " + into + ": there is no such directory", e);
        } catch (IOException | UncheckedIOException e) {
            throw discard(draft, new ConfigurationException("journal " + into + ": cannot be written: " + e, e));
        } catch (ConfigurationException e) {
            throw discard(draft, e);
        }
        return JournalIndex.read(into);
    }

    private void write(Map<JournalKey, Instant> plan, Path draft) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, WRITE, CREATE_NEW);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            writePlan(plan, out);
            for (Path part : parts) {
                JournalReader.read(part, (entry, line) -> writeUnlessPlanned(entry, line, out));
            }
            out.flush();
            channel.force(true);
        }
    }

    /** By a link, which does not overwrite what another process creates meanwhile. */
    private void publish(Path draft) throws IOException {
        try {
            Files.createLink(into, draft);
        } catch (FileAlreadyExistsException e) {
            throw exists();
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            checkNew();
            Files.move(draft, into, ATOMIC_MOVE);
        }
        Files.deleteIfExists(draft);
        JournalFile.forceDirectory(into);
    }

    private void checkNew() {
        if (Files.exists(into)) {
            throw exists();
        }
    }

    private ConfigurationException exists() {
        return new ConfigurationException("journal " + into + " exists; merged journals need a new file");
    }

    private static ConfigurationException discard(Path draft, ConfigurationException cause) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
        return cause;
    }

    private Map<JournalKey, Instant> plan() {
        Map<JournalKey, Instant> plan = new LinkedHashMap<>();
        for (Path part : parts) {
            checkPlan(part);
            JournalReader.read(part, (entry, line) -> {
                if (entry instanceof Planned planned) {
                    plan.putIfAbsent(planned.name(), planned.at());
                    if (planned.number() == 1) { // the first line of a process has its notes
                        notes.putIfAbsent(planned.name(), JournalEncoder.notes(JsonObject.parse(line)));
                    }
                }
            });
        }
        return plan;
    }

    /** The merged journal would hide that the plan of a part is incomplete. */
    private static void checkPlan(Path part) {
        JournalIndex contents = JournalIndex.read(part);
        if (contents.names() == 0) {
            throw new ConfigurationException("journal " + part
                    + ": the process ended before it wrote down a single name, so nothing was cancelled; leave it out");
        }
        if (!contents.isPlanComplete()) {
            throw new ConfigurationException("journal " + part
                    + ": the process ended while it wrote the plan, so nothing was cancelled; leave it out");
        }
    }

    /** Each name keeps the time at which its own journal planned it, and the notes of its line. */
    private void writePlan(Map<JournalKey, Instant> plan, OutputStream out) {
        long number = 0;
        for (Map.Entry<JournalKey, Instant> each : plan.entrySet()) {
            JournalEncoder line = new JournalEncoder(each.getValue(), notes.getOrDefault(each.getKey(), Map.of()));
            write(line.planned(each.getKey(), ++number, plan.size()), out);
        }
    }

    private static void writeUnlessPlanned(JournalEntry entry, byte[] line, OutputStream out) {
        if (!(entry instanceof Planned)) {
            write(line, out);
            write(LINE_BREAK, out);
        }
    }

    private static void write(byte[] bytes, OutputStream out) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
