// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The arguments of a call. The SDK has checked them against the schema of the tool. */
record ToolArguments(Map<String, Object> values) {

    static ToolArguments of(@Nullable Map<String, Object> values) {
        return new ToolArguments(values == null ? Map.of() : values);
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(Object::toString).filter(text -> !text.isBlank());
    }

    /** @throws IllegalArgumentException if it is missing or blank */
    String required(String key) {
        return text(key).orElseThrow(() -> new IllegalArgumentException("the argument " + key + " is missing"));
    }

    List<String> texts(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    boolean flag(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    int whole(String key, int otherwise) {
        return values.get(key) instanceof Number number ? number.intValue() : otherwise;
    }

    Duration seconds(String key, Duration otherwise) {
        return Duration.ofSeconds(whole(key, (int) otherwise.toSeconds()));
    }
}
