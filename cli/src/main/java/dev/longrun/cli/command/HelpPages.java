// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.IHelpFactory;
import picocli.CommandLine.Model.CommandSpec;

/** Help pages with a section of examples before the exit codes. */
final class HelpPages implements IHelpFactory {
    @Override
    public Help create(CommandSpec command, ColorScheme colors) {
        return new HelpPage(command, colors);
    }

    private static final class HelpPage extends Help {
        HelpPage(CommandSpec command, ColorScheme colors) {
            super(command, colors);
        }

        @Override
        public String footerHeading(Object... params) {
            return examples() + super.footerHeading(params);
        }

        private String examples() {
            List<CommandExample> examples = CommandExamples.of(commandSpec().qualifiedName(" "));
            StringBuilder text = new StringBuilder();
            if (!examples.isEmpty()) {
                text.append(System.lineSeparator()).append("Examples:").append(System.lineSeparator());
            }
            for (CommandExample example : examples) {
                text.append("  # ").append(example.purpose()).append(System.lineSeparator());
                text.append("  ").append(example.line()).append(System.lineSeparator());
            }
            return text.toString();
        }
    }
}
