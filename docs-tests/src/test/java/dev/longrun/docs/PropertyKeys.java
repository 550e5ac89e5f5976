// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys of a block of properties, or of YAML whose mappings are indented by two blanks. */
final class PropertyKeys {
    private static final Pattern MAPPING = Pattern.compile("^( *)([\\w.\\[\\]\"-]+):(.*)$");

    private PropertyKeys() {}

    static List<String> ofProperties(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.replaceFirst("\\s*[=:].*", ""))
                .toList();
    }

    /** Those with a value. */
    static List<String> ofYaml(String text) {
        List<String> keys = new ArrayList<>();
        List<String> path = new ArrayList<>();
        text.lines().forEach(line -> {
            Matcher mapping = MAPPING.matcher(line);
            if (mapping.matches()) {
                int depth = mapping.group(1).length() / 2;
                path.subList(Math.min(depth, path.size()), path.size()).clear();
                path.add(mapping.group(2).replace("\"", ""));
                if (!mapping.group(3).isBlank()) {
                    keys.add(String.join(".", path));
                }
            }
        });
        return keys;
    }
}
