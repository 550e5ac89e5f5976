// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.output.Colors;
import dev.longrun.text.SafeText;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts the value of {@code --color}, without regard to case. */
final class ColorConverter implements ITypeConverter<Colors.When> {
    @Override
    public Colors.When convert(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "auto" -> Colors.When.AUTO;
            case "always" -> Colors.When.ALWAYS;
            case "never" -> Colors.When.NEVER;
            default ->
                throw new TypeConversionException("expected auto, always or never; got " + SafeText.quoted(text));
        };
    }
}
