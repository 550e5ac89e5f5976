// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.json.JsonObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The JSON object of a control request. A field of the wrong form is an {@link IllegalArgumentException} that says
 * which form is right, and so is one that was never asked for.
 */
final class ControlBody {
    private final JsonObject json;
    private final String path;
    private final Set<String> known = new LinkedHashSet<>();

    /** @throws dev.longrun.json.JsonException if the text is no JSON object; an empty text stands for an empty one */
    ControlBody(String text) {
        this(JsonObject.parse(text.isBlank() ? "{}" : text), "");
    }

    private ControlBody(JsonObject json, String path) {
        this.json = json;
        this.path = path;
    }

    Optional<String> string(String field) {
        return checked(field, () -> json.string(field), "a string");
    }

    Optional<Boolean> bool(String field) {
        return checked(field, () -> json.bool(field), "true or false");
    }

    Optional<Long> integer(String field, long least, long most) {
        return checked(
                field,
                () -> {
                    OptionalLong number = json.integer(field);
                    return number.isPresent() && number.getAsLong() >= least && number.getAsLong() <= most
                            ? Optional.of(number.getAsLong())
                            : Optional.empty();
                },
                "a whole number from " + least + " to " + most);
    }

    Optional<Double> share(String field) {
        return checked(
                field,
                () -> json.number(field).stream()
                        .boxed()
                        .filter(share -> share >= 0 && share <= 1)
                        .findFirst(),
                "a number from 0 to 1");
    }

    Optional<Duration> duration(String field) {
        return checked(
                field,
                () -> json.duration(field).filter(duration -> !duration.isNegative()),
                "a duration in seconds, such as \"1.5s\"");
    }

    /** The text of an object. */
    Optional<String> raw(String field) {
        return checked(field, () -> json.object(field).map(JsonObject::raw), "an object");
    }

    Optional<ControlBody> object(String field) {
        return checked(
                field, () -> json.object(field).map(value -> new ControlBody(value, path + field + ".")), "an object");
    }

    /** The texts of the objects in an array. */
    Optional<String[]> objects(String field) {
        return checked(
                field,
                () -> json.isArray(field)
                        ? Optional.of(json.objects(field).stream()
                                .map(JsonObject::raw)
                                .toArray(String[]::new))
                        : Optional.empty(),
                "an array of objects");
    }

    Map<String, String> strings(String field) {
        object(field);
        return json.stringMap(field);
    }

    <E extends Enum<E>> Optional<E> oneOf(String field, Class<E> type) {
        return checked(
                field,
                () -> json.string(field)
                        .flatMap(text -> Arrays.stream(type.getEnumConstants())
                                .filter(constant -> constant.name().equals(text))
                                .findFirst()),
                "one of " + Arrays.toString(type.getEnumConstants()));
    }

    /** @throws IllegalArgumentException if there is a field that nothing has read */
    void requireNoOther() {
        for (String field : json.fields()) {
            if (!known.contains(field)) {
                throw new IllegalArgumentException(
                        path + field + ": there is no such field; expected some of " + known);
            }
        }
    }

    private <T> Optional<T> checked(String field, Supplier<Optional<T>> read, String expected) {
        known.add(field);
        if (!json.has(field)) {
            return Optional.empty();
        }
        Optional<T> value = read.get();
        if (value.isEmpty()) {
            throw new IllegalArgumentException(path + field + ": expected " + expected + "; got "
                    + json.raw(field).orElse("nothing"));
        }
        return value;
    }
}
