// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import dev.longrun.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The properties of the starter for Spring Boot, by its metadata; none where this checkout does not have it. */
final class StarterProperties {
    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final String PREFIX = "longrun.";

    private StarterProperties() {}

    /** Properties by name. */
    static SortedMap<String, JsonObject> all() {
        SortedMap<String, JsonObject> all = new TreeMap<>();
        if (!GuideModule.SPRING.isHere()) {
            return all;
        }
        try {
            for (URL file : resources()) {
                try (InputStream in = file.openStream()) {
                    JsonObject.parse(in.readAllBytes()).objects("properties").stream()
                            .filter(property ->
                                    property.string("name").orElseThrow().startsWith(PREFIX))
                            .forEach(property -> all.put(property.string("name").orElseThrow(), property));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (all.isEmpty()) {
            throw new IllegalStateException(
                    "no metadata of longrun-spring-boot-starter on the class path: compile it first");
        }
        return all;
    }

    /** A section of the settings page; empty without a starter. */
    static String markdown() {
        SortedMap<String, JsonObject> all = all();
        if (all.isEmpty()) {
            return "";
        }
        return all.entrySet().stream()
                .map(each -> "| `%s` | %s | %s |"
                        .formatted(
                                each.getKey(),
                                each.getValue().raw("defaultValue").orElse("").replace("\"", ""),
                                each.getValue().string("description").orElse("")))
                .collect(Collectors.joining(
                        "\n", "\n## Spring Boot\n\n| property | default | |\n|---|---|---|\n", "\n"));
    }

    private static List<URL> resources() throws IOException {
        return Collections.list(StarterProperties.class.getClassLoader().getResources(METADATA));
    }
}
