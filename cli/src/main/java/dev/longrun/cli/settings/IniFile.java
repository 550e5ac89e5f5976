// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.settings;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sections of keys and values, as Python's configparser reads them, which gcloud uses: {@code =} or {@code :} between
 * key and value, comments in lines of their own, keys in any case, a value that goes on in lines with more space before
 * them, {@code %%} for a percent sign, {@code [DEFAULT]} for all sections.
 */
final class IniFile {
    static final IniFile EMPTY = new IniFile();

    private static final Pattern SECTION = Pattern.compile("\\[(.+)].*");
    private static final Pattern ENTRY = Pattern.compile("(.*?)\\s*[=:]\\s*(.*)", Pattern.DOTALL);
    private static final Pattern PERCENT = Pattern.compile("%(.?)");
    private static final String DEFAULTS = "DEFAULT";

    private final Map<String, Map<String, StringBuilder>> sections = new HashMap<>();
    private @Nullable Map<String, StringBuilder> section;
    private @Nullable StringBuilder value;
    private int indent;

    private IniFile() {}

    /** @throws IllegalArgumentException if a line is none of these */
    static IniFile parse(String text) {
        IniFile file = new IniFile();
        String[] lines = text.replaceFirst("^\uFEFF", "").split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            try {
                file.add(lines[i]);
            } catch (IllegalArgumentException odd) {
                throw new IllegalArgumentException("line " + (i + 1) + ": " + odd.getMessage(), odd);
            }
        }
        return file;
    }

    /**
     * The value of a key; empty if there is none.
     *
     * @throws IllegalArgumentException if it refers to another value
     */
    Optional<String> value(String section, String key) {
        StringBuilder found = sections.getOrDefault(section, Map.of()).get(key);
        if (found == null && sections.containsKey(section)) {
            found = sections.getOrDefault(DEFAULTS, Map.of()).get(key);
        }
        return Optional.ofNullable(found).map(text -> unescaped(section + "/" + key, text.toString()));
    }

    private static String unescaped(String key, String text) {
        return PERCENT.matcher(text.strip()).replaceAll(found -> {
            if (!found.group(1).equals("%")) {
                throw new IllegalArgumentException(
                        "the value of " + key + " has a % that is not written as %%; references are not followed");
            }
            return "%";
        });
    }

    private void add(String line) {
        String text = line.strip();
        boolean comment = text.startsWith("#") || text.startsWith(";");
        if (text.isEmpty() || comment) {
            if (!comment && value != null) {
                value.append('\n');
            }
            return;
        }
        int before = line.indexOf(text.charAt(0));
        if (value != null && before > indent) {
            value.append('\n').append(text);
            return;
        }
        indent = before;
        Matcher header = SECTION.matcher(text);
        if (header.matches()) {
            begin(header.group(1));
        } else {
            put(text);
        }
    }

    private void begin(String name) {
        if (sections.containsKey(name) && !name.equals(DEFAULTS)) {
            throw new IllegalArgumentException("the section [" + name + "] is there twice");
        }
        section = sections.computeIfAbsent(name, any -> new HashMap<>());
        value = null;
    }

    /** The line is not quoted, as a file that was named by mistake may hold anything. */
    private void put(String text) {
        Map<String, StringBuilder> current = section;
        if (current == null) {
            throw new IllegalArgumentException("expected a section such as [core] before it");
        }
        Matcher entry = ENTRY.matcher(text);
        if (!entry.matches() || entry.group(1).isEmpty()) {
            throw new IllegalArgumentException("expected KEY = VALUE, a [section] or a # comment");
        }
        String key = entry.group(1).toLowerCase(Locale.ROOT);
        value = new StringBuilder(entry.group(2));
        if (current.put(key, value) != null) {
            throw new IllegalArgumentException("the key " + key + " is there twice");
        }
    }
}
