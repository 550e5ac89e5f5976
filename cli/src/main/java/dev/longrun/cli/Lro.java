// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import dev.longrun.cli.command.CommandTree;
import dev.longrun.cli.process.ProcessEnvironment;
import java.util.logging.LogManager;

/** The process. */
public final class Lro {
    private Lro() {}

    /** Exits with the codes of {@link dev.longrun.cli.output.ExitCode}. */
    public static void main(String[] args) {
        LogManager.getLogManager().reset(); // libraries log to stderr otherwise, which is ours
        System.exit(run(ProcessEnvironment.ofProcess(), args));
    }

    /** Runs one command line and returns its exit code; touches nothing that {@code surroundings} does not hold. */
    public static int run(ProcessEnvironment surroundings, String... args) {
        return CommandTree.run(surroundings, args);
    }
}
