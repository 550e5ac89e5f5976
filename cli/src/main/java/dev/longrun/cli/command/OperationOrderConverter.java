// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.task.OperationOrder;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts the value of {@code --sort}. */
final class OperationOrderConverter implements ITypeConverter<OperationOrder> {
    @Override
    public OperationOrder convert(String text) {
        try {
            return OperationOrder.parse(text.strip());
        } catch (IllegalArgumentException mistake) {
            throw new TypeConversionException(String.valueOf(mistake.getMessage()));
        }
    }
}
