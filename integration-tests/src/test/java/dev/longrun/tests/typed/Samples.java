// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests.typed;

import dev.longrun.json.Any;
import dev.longrun.json.JsonObject;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** JSON for each type that a field of metadata can have. */
final class Samples {
    private static final Map<Type, String> VALUES = Map.of(
            OptionalLong.class, "\"42\"",
            Boolean.class, "false",
            String.class, "\"text\"",
            Instant.class, "\"2026-11-01T10:00:00.5+01:00\"",
            Duration.class, "\"3.5s\"",
            JsonObject.class, "{}",
            Any.class, "{\"@type\": \"a/b.C\"}");

    private Samples() {}

    static String of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type value = generic.getActualTypeArguments()[0];
            return generic.getRawType() == Optional.class
                    ? of(value)
                    : generic.getRawType() == List.class ? '[' + of(value) + ']' : "{\"key\": \"value\"}";
        }
        String message = isOpenEnum(type) ? "\"NEWER_THAN_THIS\"" : "{}";
        return VALUES.getOrDefault(type, message);
    }

    private static boolean isOpenEnum(Type type) {
        return type instanceof Class<?> c
                && c.isRecord()
                && c.getRecordComponents()[0].getName().equals("text");
    }

    static boolean isPresent(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isPresent();
        }
        if (value instanceof OptionalLong number) {
            return number.isPresent();
        }
        return value instanceof Map<?, ?> map ? !map.isEmpty() : !((Collection<?>) value).isEmpty();
    }
}
