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
 * What a command works in.
 *
 * @param in names, where they are read from a stream, and answers
 * @param asks whether somebody sits there who can answer
 * @param out data only
 * @param err everything else
 * @param terminal whether {@code err} is a terminal, where a line can be drawn over
 * @param environment variables by name
 * @param time clock and timer, for waiting and for what is shown of it
 * @param interrupts tells of Ctrl-C
 */
public record ProcessEnvironment(
        InputStream in,
        boolean asks,
        Stdout out,
        PrintStream err,
        boolean terminal,
        Map<String, String> environment,
        TimeSource time,
        SignalHandler interrupts) {
    /** The launcher sets it, as Java cannot ask whether one stream is a terminal. */
    private static final String TERMINAL = "lro.terminal";

    private static final String INPUT_TERMINAL = "lro.terminal.in";

    /** Those of this process. UTF-8 whatever the locale: names and JSON must not depend on it. */
    public static ProcessEnvironment ofProcess() {
        boolean terminal = Boolean.getBoolean(TERMINAL);
        return new ProcessEnvironment(
                System.in,
                terminal && Boolean.getBoolean(INPUT_TERMINAL),
                Stdout.over(new FileOutputStream(FileDescriptor.out)),
                utf8(FileDescriptor.err),
                terminal,
                System.getenv(),
                TimeSource.system(),
                SignalHandler.ofProcess());
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(stream)), true, UTF_8);
    }
}
