// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.time.TimeSource;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * What a process gives to a command.
 *
 * @param in names, where a command reads them from stdin, and answers
 * @param interactive whether stdin and stderr are terminals, so that the user can be asked
 * @param out data only
 * @param err everything else
 * @param terminal whether {@code err} is a terminal, where a line can be drawn over
 * @param variables of the environment, by name
 * @param time clock and timer
 * @param signals where Ctrl-C is heard
 */
public record ProcessEnvironment(
        InputStream in,
        boolean interactive,
        Stdout out,
        PrintStream err,
        boolean terminal,
        Map<String, String> variables,
        TimeSource time,
        SignalHandler signals) {
    /** Set by the launcher, as Java cannot tell whether one stream is a terminal. */
    private static final String TERMINAL = "lro.terminal";

    private static final String INPUT_TERMINAL = "lro.terminal.in";
    private static final String OUTPUT_TERMINAL = "lro.terminal.out";

    /** The environment of this process. Text is UTF-8 in every locale, as names and JSON must not depend on it. */
    public static ProcessEnvironment ofProcess() {
        boolean terminal = Boolean.getBoolean(TERMINAL);
        return new ProcessEnvironment(
                System.in,
                terminal && Boolean.getBoolean(INPUT_TERMINAL),
                stdout(new FileOutputStream(FileDescriptor.out)),
                utf8(FileDescriptor.err),
                terminal,
                System.getenv(),
                TimeSource.system(),
                SignalHandler.ofProcess());
    }

    private static Stdout stdout(FileOutputStream stream) {
        return Boolean.getBoolean(OUTPUT_TERMINAL) ? Stdout.ofTerminal(stream) : Stdout.over(stream);
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(stream)), true, UTF_8);
    }
}
