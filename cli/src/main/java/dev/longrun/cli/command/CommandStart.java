// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Notes which command runs, and runs it. A lambda would keep classes of picocli out of the launcher's archive. */
record CommandStart(CommandContext context) implements IExecutionStrategy {
    @Override
    public int execute(ParseResult line) {
        if (line.hasSubcommand()) {
            context.begin(line.subcommand().commandSpec().name());
        }
        return new RunLast().execute(line);
    }
}
