// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.text.SafeText;
import java.net.InetAddress;
import java.net.UnknownHostException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts an address to listen on. */
final class HostConverter implements ITypeConverter<InetAddress> {
    @Override
    public InetAddress convert(String text) {
        try {
            if (!text.isBlank()) {
                return InetAddress.getByName(text);
            }
        } catch (UnknownHostException unknown) {
            // rejected below
        }
        throw new TypeConversionException("expected an address or a name of this machine, such as 0.0.0.0 (all"
                + " interfaces); got " + SafeText.quoted(text));
    }
}
