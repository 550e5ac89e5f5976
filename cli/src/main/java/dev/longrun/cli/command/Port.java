// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A TCP port to listen on. */
final class Port implements ITypeConverter<Integer> {
    private static final int HIGHEST = 65_535;

    @Override
    public Integer convert(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= HIGHEST) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // refused below
        }
        throw new TypeConversionException("expected a port from 0 (any that is free) to 65535; got \"" + text + '"');
    }
}
