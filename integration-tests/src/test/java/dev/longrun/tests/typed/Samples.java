// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests.typed;

import dev.longrun.error.Status;
import dev.longrun.json.Any;
import dev.longrun.json.JsonObject;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** JSON for messages, made from what their records declare. */
final class Samples {
    /** Some messages contain themselves. */
    private static final int DEPTH = 4;

    private static final Map<Type, String> VALUES = Map.of(
            OptionalLong.class, "\"42\"",
            Boolean.class, "false",
            String.class, "\"text\"",
            Instant.class, "\"2026-11-01T10:00:00.5+01:00\"",
            Duration.class, "\"3.5s\"",
            JsonObject.class, "{}",
            Any.class, "{\"@type\": \"a/b.C\"}");

    private Samples() {}

    /** The object that a message is read from, every field of it filled, and so on for the messages in it. */
    static String message(Class<?> message, String type) {
        return object(message, DEPTH, "\"@type\": \"" + type + "\", ");
    }

    private static String object(Class<?> message, int depth, String before) {
        String fields = Arrays.stream(message.getRecordComponents())
                .filter(field -> !field.getName().equals("json"))
                .map(field -> '"' + field.getName().replace("_", "") + "\": " + of(field.getGenericType(), depth))
                .collect(Collectors.joining(", "));
        return ('{' + before + fields + '}').replace(", }", "}");
    }

    private static String of(Type type, int depth) {
        if (type instanceof ParameterizedType generic) {
            String value = of(generic.getActualTypeArguments()[0], depth);
            return generic.getRawType() == Optional.class
                    ? value
                    : generic.getRawType() == List.class ? '[' + value + ']' : "{\"key\": \"value\"}";
        }
        return Optional.ofNullable(VALUES.get(type)).orElseGet(() -> record((Class<?>) type, depth));
    }

    private static String record(Class<?> type, int depth) {
        if (type.getRecordComponents()[0].getName().equals("text")) {
            return "\"NEWER_THAN_THIS\"";
        }
        return depth == 0 || type == Status.class ? "{}" : object(type, depth - 1, "");
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
