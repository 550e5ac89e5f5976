// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import dev.longrun.cli.command.CommandTree;
import dev.longrun.cli.process.ProcessEnvironment;
import dev.longrun.cli.process.SilentLogging;

/** The entry point of the process. */
public final class Lro {
    private Lro() {}

    /** Exits with the codes of {@link dev.longrun.cli.output.ExitCode}. */
    public static void main(String[] args) {
        SilentLogging.install(); // libraries would log to stderr
        System.exit(run(ProcessEnvironment.ofProcess(), args));
    }

    /** Runs one command line and returns its exit code; touches nothing outside of {@code environment}. */
    public static int run(ProcessEnvironment environment, String... args) {
        return CommandTree.run(environment, args);
    }
}
