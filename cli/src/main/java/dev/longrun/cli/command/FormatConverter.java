// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.output.Format;
import dev.longrun.text.SafeText;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts the name of a format, without regard to case, and lists the names as people type them. */
final class FormatConverter implements ITypeConverter<Format>, Iterable<String> {
    @Override
    public Format convert(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "table" -> Format.TABLE;
            case "json" -> Format.JSON;
            case "html" -> Format.HTML;
            case "md" -> Format.MD;
            case "csv" -> Format.CSV;
            case "junit" -> Format.JUNIT;
            default ->
                throw new TypeConversionException(
                        "expected table or json, or for lro report html, md, csv or junit; got "
                                + SafeText.quoted(text));
        };
    }

    @Override
    public Iterator<String> iterator() {
        return List.of("table", "json").iterator();
    }
}
