// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.time.Time;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/**
 * What a command works in.
 *
 * @param out data only
 * @param err everything else
 * @param terminal whether {@code err} is a terminal, where a line can be drawn over
 * @param time clock and timer, for waiting and for what is shown of it
 * @param interrupts tells of Ctrl-C
 */
public record Surroundings(PrintStream out, PrintStream err, boolean terminal, Time time, Interrupts interrupts) {
    /** The launcher sets it, as Java cannot ask whether one stream is a terminal. */
    private static final String TERMINAL = "lro.terminal";

    /** Those of this process. UTF-8 whatever the locale: names and JSON must not depend on it. */
    public static Surroundings ofProcess() {
        return new Surroundings(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Boolean.getBoolean(TERMINAL),
                Time.system(),
                Interrupts.ofProcess());
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(stream)), true, UTF_8);
    }
}
