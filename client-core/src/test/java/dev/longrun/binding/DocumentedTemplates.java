// SPDX-License-Identifier: Apache-2.0
package dev.longrun.binding;

import dev.longrun.name.NamePattern;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** All templates that Google's service configs bind to operations, one a line in {@code templates.txt}. */
public final class DocumentedTemplates {

    private DocumentedTemplates() {}

    /** Their patterns, each once. */
    public static List<NamePattern> patterns() {
        return all().stream()
                .flatMap(template -> PathTemplate.parse(template).pattern().stream())
                .distinct()
                .toList();
    }

    static List<String> all() {
        var file = DocumentedTemplates.class.getResourceAsStream("templates.txt");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> line.startsWith("/")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
