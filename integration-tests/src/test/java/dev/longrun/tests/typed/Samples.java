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
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** JSON for messages, made from what their records declare. */
final class Samples {
    private static final Map<Type, String> VALUES = Map.of(
            OptionalLong.class, "\"42\"",
            OptionalDouble.class, "0.5",
            Boolean.class, "false",
            String.class, "\"text\"",
            Instant.class, "\"2026-11-01T10:00:00.5+01:00\"",
            Duration.class, "\"3.5s\"",
            JsonObject.class, "{}",
            Any.class, "{\"@type\": \"a/b.C\"}");

    private Samples() {}

    /**
     * The object that a message is read from, every field of it filled, and so on for the messages in it, but for
     * itself again.
     */
    static String message(Class<?> message, String type) {
        return object(message, List.of(), "\"@type\": \"" + type + "\", ");
    }

    private static String object(Class<?> message, List<Class<?>> around, String before) {
        List<Class<?>> within =
                Stream.concat(around.stream(), Stream.of(message)).toList();
        String fields = Arrays.stream(message.getRecordComponents())
                .filter(field -> !field.getName().equals("json"))
                .map(field -> '"' + field.getName().replace("_", "") + "\": " + of(field.getGenericType(), within))
                .collect(Collectors.joining(", "));
        return ('{' + before + fields + '}').replace(", }", "}");
    }

    private static String of(Type type, List<Class<?>> within) {
        if (type instanceof ParameterizedType generic) {
            String value = of(generic.getActualTypeArguments()[0], within);
            return generic.getRawType() == Optional.class
                    ? value
                    : generic.getRawType() == List.class ? '[' + value + ']' : "{\"key\": \"value\"}";
        }
        return Optional.ofNullable(VALUES.get(type)).orElseGet(() -> record((Class<?>) type, within));
    }

    private static String record(Class<?> type, List<Class<?>> within) {
        boolean isValueOfAnEnum = Arrays.stream(type.getRecordComponents())
                .noneMatch(component -> component.getName().equals("json"));
        if (isValueOfAnEnum && type != Status.class) {
            return "\"NEWER_THAN_THIS\"";
        }
        return within.contains(type) || type == Status.class ? "{}" : object(type, within, "");
    }

    static boolean isPresent(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isPresent();
        }
        if (value instanceof OptionalLong number) {
            return number.isPresent();
        }
        if (value instanceof OptionalDouble number) {
            return number.isPresent();
        }
        return value instanceof Map<?, ?> map ? !map.isEmpty() : !((Collection<?>) value).isEmpty();
    }
}
