// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.operation.Operation;
import dev.longrun.text.SafeText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The order of a list's rows. Operations whose service does not report the key come last, either way round. */
public record OperationOrder(Key key, boolean descending) {

    /** What rows are sorted by. */
    public enum Key {
        /** The youngest first. */
        AGE,
        CREATED,
        NAME,
        STATE,
        VERB,
        TARGET;

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads {@code age} or {@code -age}.
     *
     * @throws IllegalArgumentException if there is no such key; the message lists them
     */
    public static OperationOrder parse(String text) {
        boolean descending = text.startsWith("-");
        String name = descending ? text.substring(1) : text;
        return Arrays.stream(Key.values())
                .filter(key -> key.label().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(key -> new OperationOrder(key, descending))
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected %s, or one of them after - for the other way round; got %s"
                                .formatted(
                                        Arrays.stream(Key.values())
                                                .map(Key::label)
                                                .collect(Collectors.joining(", ")),
                                        SafeText.quoted(text))));
    }

    /** @param most operations that are kept */
    SortedOperations<?> sorted(int most) {
        return switch (key) {
            case AGE -> new SortedOperations<>(operation -> operation.info().createTime(), !descending, most);
            case CREATED -> new SortedOperations<>(operation -> operation.info().createTime(), descending, most);
            case NAME -> texts(operation -> Optional.of(operation.name().value()), most);
            case STATE -> texts(operation -> Optional.of(operation.state().name()), most);
            case VERB -> texts(operation -> operation.info().verb(), most);
            case TARGET -> texts(operation -> operation.info().target(), most);
        };
    }

    private SortedOperations<String> texts(Function<Operation, Optional<String>> value, int most) {
        return new SortedOperations<>(value, descending, most);
    }
}
