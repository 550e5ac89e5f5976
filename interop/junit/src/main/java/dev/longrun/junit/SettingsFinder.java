// SPDX-License-Identifier: Apache-2.0
package dev.longrun.junit;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Finds the annotation that counts for a parameter without its own: the nearest one. */
final class SettingsFinder {

    private SettingsFinder() {}

    static Optional<CloudSettings> of(AnnotatedElement element) {
        return AnnotationSupport.findAnnotation(element, FakeOperations.class).map(CloudSettings::of);
    }

    /** Those of the test method or its parameters, else of the executable or its parameters, else of the class. */
    static CloudSettings nearest(Executable executable, ExtensionContext context) {
        Stream<Executable> executables = Stream.concat(context.getTestMethod().stream(), Stream.of(executable));
        return executables
                .flatMap(candidate -> ofExecutable(candidate).stream())
                .findFirst()
                .or(() -> ofClass(context.getRequiredTestClass()))
                .orElse(CloudSettings.DEFAULT);
    }

    private static Optional<CloudSettings> ofExecutable(Executable executable) {
        return of(executable)
                .or(() -> Arrays.stream(executable.getParameters())
                        .flatMap(parameter -> of(parameter).stream())
                        .findFirst());
    }

    private static Optional<CloudSettings> ofClass(Class<?> type) {
        return of(type).or(() -> ofFields(type)).or(() -> ofEnclosingClass(type));
    }

    private static Optional<CloudSettings> ofFields(Class<?> type) {
        return AnnotationSupport.findAnnotatedFields(
                        type, FakeOperations.class, field -> true, HierarchyTraversalMode.BOTTOM_UP)
                .stream()
                .flatMap(field -> of(field).stream())
                .findFirst();
    }

    private static Optional<CloudSettings> ofEnclosingClass(Class<?> type) {
        return AnnotationSupport.isAnnotated(type, Nested.class)
                ? Optional.ofNullable(type.getEnclosingClass()).flatMap(SettingsFinder::ofClass)
                : Optional.empty();
    }
}
