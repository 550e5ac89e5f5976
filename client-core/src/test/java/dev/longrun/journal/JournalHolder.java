// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import dev.longrun.error.ConfigurationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Another process that resumes a journal, and has it until it is closed. */
final class JournalHolder implements AutoCloseable {
    static final String OPENED = "opened";

    private final Process process;
    private final BufferedReader out;

    private JournalHolder(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    static JournalHolder start(Path journal) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        return new JournalHolder(new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        JournalHolder.class.getName(),
                        journal.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** {@link #OPENED}, or why not. */
    static String tried(Path journal) throws IOException {
        try (JournalHolder other = start(journal)) {
            return other.said();
        }
    }

    String said() throws IOException {
        return String.valueOf(out.readLine());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws IOException {
        try {
            Journals.resume(Path.of(arguments[0]));
            System.out.println(OPENED);
            new InputStreamReader(System.in, StandardCharsets.UTF_8).read(); // to the end of the parent
        } catch (ConfigurationException refused) {
            System.out.println(refused.getMessage());
        }
    }
}
