// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The withers of one class of options, with the values of its defaults and the Javadoc of its accessors. */
final class OptionsTable {
    private static final String WITH = "with";
    private static final String WITHOUT = "without";

    private final Object defaults;
    private final String source;

    OptionsTable(Object defaults) {
        this.defaults = defaults;
        this.source = DocumentFiles.read(Path.of(
                "client-core/src/main/java", defaults.getClass().getName().replace('.', '/') + ".java"));
    }

    String markdown() {
        Stream<String> withers =
                methods(method -> isWither(method.getName())).map(method -> row(method, option(method.getName())));
        Stream<String> others = methods(
                        method -> method.getParameterCount() == 0 && isOption(method) && !hasWither(method.getName()))
                .map(method -> row(method, method.getName()));
        return Stream.concat(withers, others)
                .distinct()
                .sorted()
                .collect(Collectors.joining(
                        "\n",
                        "| `%s` | default | |\n|---|---|---|\n"
                                .formatted(defaults.getClass().getSimpleName()),
                        ""));
    }

    private Stream<Method> methods(Predicate<Method> wanted) {
        return Arrays.stream(defaults.getClass().getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(wanted);
    }

    private static boolean isWither(String method) {
        return method.startsWith(WITH) && !method.startsWith(WITHOUT);
    }

    private static boolean isOption(Method accessor) {
        return !List.of("toString", "hashCode").contains(accessor.getName())
                && !accessor.getName().startsWith(WITHOUT);
    }

    private boolean hasWither(String accessor) {
        return methods(method ->
                        isWither(method.getName()) && option(method.getName()).equals(accessor))
                .findAny()
                .isPresent();
    }

    private static String option(String wither) {
        return Character.toLowerCase(wither.charAt(WITH.length())) + wither.substring(WITH.length() + 1);
    }

    private String row(Method method, String accessor) {
        String types =
                Stream.of(method.getParameterTypes()).map(Class::getSimpleName).collect(Collectors.joining(", "));
        return "| `%s(%s)` | %s | %s |"
                .formatted(
                        method.getName(),
                        types,
                        value(accessor).map(DefaultText::of).orElse("none"),
                        Stream.of(accessor + "()", method.getName() + "(")
                                .map(this::javadoc)
                                .filter(Predicate.not(String::isEmpty))
                                .findFirst()
                                .orElse(""));
    }

    private Optional<Object> value(String accessor) {
        return Arrays.stream(defaults.getClass().getMethods())
                .filter(method -> method.getName().equals(accessor) && method.getParameterCount() == 0)
                .findFirst()
                .map(method -> {
                    try {
                        return method.invoke(defaults);
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private String javadoc(String method) {
        Matcher found = Pattern.compile("/\\*\\*((?:[^*]|\\*(?!/))*)\\*/\\s+public [^;{(]+ " + Pattern.quote(method))
                .matcher(source);
        return found.find() ? JavadocSentence.of(found.group(1)) : "";
    }
}
