// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import dev.longrun.text.SafeText;
import java.util.regex.Pattern;

/** Recognises the formats of gcloud that are not read, by a line that no name looks like. */
final class OtherFormat {
    private static final Pattern YAML = Pattern.compile("---|(- )?[A-Za-z_@'\"][\\w.@'\"-]*:( .*)?");
    private static final Pattern TABLE = Pattern.compile("(NAME|OPERATION_ID|OPERATION|ID)(\\s+[A-Z][A-Z_]*)+");

    private OtherFormat() {}

    static boolean isLine(String text) {
        return YAML.matcher(text).matches() || TABLE.matcher(text).matches();
    }

    static String message(String text) {
        return "%s looks like %s, which is not read; write names, one a line, or give gcloud --format=json"
                .formatted(
                        SafeText.quoted(text),
                        TABLE.matcher(text).matches() ? "the heading of a table" : "a part of YAML or JSON");
    }
}
