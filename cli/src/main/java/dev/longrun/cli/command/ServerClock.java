// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.testkit.VirtualTime;
import dev.longrun.text.SafeText;
import dev.longrun.time.TimeSource;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The clock of a fake server. */
enum ServerClock {
    SYSTEM,
    /** Stands still until a control request advances it. */
    VIRTUAL;

    TimeSource start(TimeSource system) {
        return this == VIRTUAL ? VirtualTime.manual() : system;
    }

    /** Converts its name, without regard to case. */
    static final class ClockConverter implements ITypeConverter<ServerClock> {
        @Override
        public ServerClock convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "system" -> SYSTEM;
                case "virtual" -> VIRTUAL;
                default ->
                    throw new TypeConversionException("expected system or virtual; got " + SafeText.quoted(text));
            };
        }
    }
}
