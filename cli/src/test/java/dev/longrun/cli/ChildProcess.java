// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command as a process of its own, with the class path of the tests. */
final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final Path out;
    private final Path err;

    private ChildProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** @param directory where the streams are kept, as files */
    static ChildProcess lro(Path directory, List<String> javaOptions, String... words) throws IOException {
        return start(directory, new ArrayList<>(), javaOptions, words);
    }

    /** @param limit a command of the shell that limits what the process may use, such as {@code ulimit -n 64} */
    static ChildProcess limitedLro(Path directory, String limit, List<String> javaOptions, String... words)
            throws IOException {
        List<String> shell = new ArrayList<>(List.of("sh", "-c", limit + " && exec \"$@\"", "sh"));
        return start(directory, shell, javaOptions, words);
    }

    private static ChildProcess start(Path directory, List<String> command, List<String> javaOptions, String... words)
            throws IOException {
        if (ignoresInterrupts()) {
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1"); // starts sooner
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.longrun.cli.Lro"));
        command.addAll(List.of(words));
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .start();
        return new ChildProcess(process, out, err);
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(100, TimeUnit.SECONDS)) { // long enough for a machine that does much else
            throw new AssertionError("lro should have ended, and still runs after 100 s");
        }
        return process.exitValue();
    }

    String out() throws IOException {
        return Files.readString(out, UTF_8);
    }

    String err() throws IOException {
        return Files.readString(err, UTF_8);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** A shell without job control starts what runs in its background with SIGINT ignored, and so on down to here. */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 0b10) != 0);
    }

    private static File nothing() {
        return new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
    }
}
