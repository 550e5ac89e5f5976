// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.output.WaitCondition;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts the value of {@code --for}. */
final class WaitConditionConverter implements ITypeConverter<WaitCondition> {
    @Override
    public WaitCondition convert(String text) {
        try {
            return WaitCondition.parse(text);
        } catch (IllegalArgumentException mistake) {
            throw new TypeConversionException(String.valueOf(mistake.getMessage()));
        }
    }
}
