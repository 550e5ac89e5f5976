// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.completion;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What can be typed as the value of an option or as a parameter. */
enum ValueKind {
    /** One of a few words: {@link #words}. */
    WORD,
    /** The short name of a service. */
    SERVICE,
    FILE,
    /** One of the commands. */
    COMMAND,
    /** Nothing that could be completed, such as an age or the name of an operation. */
    FREE;

    /** {@code table|json}, but not {@code FILE|-}. */
    private static final Pattern CHOICE = Pattern.compile("[a-z-]+(\\|[a-z-]+)+");

    private static final String OPTION_OF_SERVICE = "--service";

    static ValueKind of(ArgSpec argument) {
        String label = argument.paramLabel();
        if (argument.completionCandidates() != null || CHOICE.matcher(label).matches()) {
            return WORD;
        } else if (label.equals("SERVICE") || isService(argument)) {
            return SERVICE;
        } else if (label.equals("COMMAND")) {
            return COMMAND;
        }
        return isFile(argument) ? FILE : FREE;
    }

    private static boolean isService(ArgSpec argument) {
        return argument instanceof OptionSpec option && option.longestName().equals(OPTION_OF_SERVICE);
    }

    private static boolean isFile(ArgSpec argument) {
        List<Class<?>> types =
                argument.typeInfo().isMultiValue() ? List.of(argument.auxiliaryTypes()) : List.of(argument.type());
        return types.contains(Path.class)
                || types.contains(File.class)
                || List.of(argument.paramLabel().split("\\|")).contains("FILE");
    }

    /** The words of a {@link #WORD}, as people type them. */
    static List<String> words(ArgSpec argument) {
        return argument.completionCandidates() == null
                ? List.of(argument.paramLabel().split("\\|"))
                : StreamSupport.stream(argument.completionCandidates().spliterator(), false)
                        .toList();
    }
}
