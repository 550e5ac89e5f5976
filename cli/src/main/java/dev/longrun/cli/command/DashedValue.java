// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Lets the value of an option begin with a dash: {@code --sort -verb} is not {@code -v} and something else. The value
 * gets a space before it, which the option must not mind.
 */
final class DashedValue implements IParameterPreprocessor {

    /** @return false, as the value is still to be taken from the stack */
    @Override
    public boolean preprocess(Stack<String> args, CommandSpec command, ArgSpec option, Map<String, Object> info) {
        if (!args.isEmpty() && args.peek().matches("-[A-Za-z].*")) {
            args.push(" " + args.pop());
        }
        return false;
    }
}
