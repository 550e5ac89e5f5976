// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.output.Columns;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.Format;
import dev.longrun.cli.output.Results;
import dev.longrun.cli.process.Surroundings;

/** What the commands of one line share: the process around them, and what is to be shown. Asked once the line is parsed. */
final class Invocation {
    private final Surroundings surroundings;
    private final OutputOptions output;

    Invocation(Surroundings surroundings, OutputOptions output) {
        this.surroundings = surroundings;
        this.output = output;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Format format() {
        return output.format();
    }

    Console console() {
        return output.console(surroundings);
    }

    Results results(Console console, Columns columns) {
        return new Results(console, output.format(), columns);
    }
}
