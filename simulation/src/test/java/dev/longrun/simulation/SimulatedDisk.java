// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.longrun.cancel.CancelOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The disk under one journal: what is safe on it, when it is full, and what is left of a write in which all ends. */
final class SimulatedDisk {
    private static final FileSystem FILES = Jimfs.newFileSystem(Configuration.unix());
    private static final Pattern LINE = Pattern.compile("\"event\":\"(\\w+)\",\"name\":\"([^\"]+)\"");
    private static final Pattern OUTCOME = Pattern.compile("\"outcome\":\"(\\w+)\"");
    private static final int NEVER = Integer.MAX_VALUE;

    private final Path file;
    private final Random random;
    private final int fullAt;
    private int killAt;
    private int writes;
    private int safe;
    private final Set<String> intents = new HashSet<>();
    private final Map<String, CancelOutcome.Kind> outcomes = new HashMap<>();
    private int planned;

    SimulatedDisk(Scenario scenario) {
        random = scenario.random("disk");
        file = FILES.getPath("/" + scenario.seed() + ".jsonl");
        fullAt = scenario.has(Feature.FULL_DISK) ? random.nextInt(20) : NEVER;
        killAt = scenario.has(Feature.CRASH) && random.nextBoolean() ? random.nextInt(40) : NEVER;
    }

    Path file() {
        return file;
    }

    boolean isFull() {
        return writes > fullAt;
    }

    FileChannel before(FileChannel channel, SimulatedProcess process) {
        return new SimulatedChannel(channel, this, process);
    }

    /** Returns how many of the bytes are written. The process may end in the middle. */
    int writes(SimulatedProcess process, int bytes) throws IOException {
        int number = writes++;
        if (number >= fullAt) {
            throw new IOException("No space left on device");
        } else if (number == killAt) {
            process.kill();
            return random.nextInt(bytes + 1);
        }
        return random.nextInt(4) == 0 ? 1 + random.nextInt(bytes) : bytes;
    }

    /** Everything written so far is safe. */
    void forced() {
        byte[] bytes = read();
        scan(new String(bytes, safe, bytes.length - safe, UTF_8));
        safe = bytes.length;
    }

    private void scan(String lines) {
        for (String line : lines.split("\n")) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.find()) {
                switch (matcher.group(1)) {
                    case "planned" -> planned++;
                    case "intent" -> intents.add(matcher.group(2));
                    case "outcome" -> outcomes.put(matcher.group(2), outcome(line));
                    default -> {}
                }
            }
        }
    }

    private static CancelOutcome.Kind outcome(String line) {
        Matcher matcher = OUTCOME.matcher(line);
        if (!matcher.find()) {
            throw new IllegalStateException("an outcome without a kind: " + line);
        }
        return CancelOutcome.Kind.valueOf(matcher.group(1));
    }

    /** The process has ended, and perhaps the machine: bytes that were not forced are lost, torn or zero. */
    void restart() {
        byte[] bytes = read();
        int kept = random.nextBoolean() ? bytes.length : safe + random.nextInt(bytes.length - safe + 1);
        byte[] left = Arrays.copyOf(bytes, kept);
        if (kept < bytes.length && random.nextInt(3) == 0) {
            left = Arrays.copyOf(left, kept + random.nextInt(bytes.length - kept)); // with zeros
        }
        try {
            Files.write(file, left);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int whole = new String(left, UTF_8).lastIndexOf('\n') + 1;
        intents.clear();
        outcomes.clear();
        planned = 0;
        scan(new String(left, 0, whole, UTF_8));
        safe = whole;
        killAt = random.nextInt(3) == 0 ? writes + random.nextInt(20) : NEVER;
    }

    /** The names with an intent on the disk. */
    Set<String> intents() {
        return Set.copyOf(intents);
    }

    boolean hasIntent(String name) {
        return intents.contains(name);
    }

    /** The newest outcome of each name on the disk. */
    Map<String, CancelOutcome.Kind> outcomes() {
        return Map.copyOf(outcomes);
    }

    int planned() {
        return planned;
    }

    private byte[] read() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".lock"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
