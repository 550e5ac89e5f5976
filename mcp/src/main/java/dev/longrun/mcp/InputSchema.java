// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds the JSON schema of a tool's arguments. Other arguments than those that are named are errors. The order is the
 * same in each process, as clients keep what they read of it.
 */
final class InputSchema {
    private static final int MOST_TEXTS = 1_000;

    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();

    InputSchema text(String name, String description) {
        return property(name, type("string", description));
    }

    /** A list of texts that are not empty, a thousand at most. */
    InputSchema texts(String name, String description) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("type", "string");
        item.put("minLength", 1);
        Map<String, Object> schema = type("array", description);
        schema.put("items", item);
        schema.put("maxItems", MOST_TEXTS);
        return property(name, schema);
    }

    InputSchema flag(String name, String description) {
        Map<String, Object> schema = type("boolean", description);
        schema.put("default", false);
        return property(name, schema);
    }

    /** A whole number from 1 to {@code most}. */
    InputSchema whole(String name, int most, int otherwise, String description) {
        Map<String, Object> schema = type("integer", description);
        schema.put("minimum", 1);
        schema.put("maximum", most);
        schema.put("default", otherwise);
        return property(name, schema);
    }

    InputSchema required(String name) {
        required.add(name);
        return this;
    }

    private static Map<String, Object> type(String type, String description) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        schema.put("description", description);
        return schema;
    }

    private InputSchema property(String name, Map<String, Object> schema) {
        properties.put(name, schema);
        return this;
    }

    Map<String, Object> build() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }
}
