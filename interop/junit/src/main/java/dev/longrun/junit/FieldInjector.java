// SPDX-License-Identifier: Apache-2.0
package dev.longrun.junit;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;

/** Sets the annotated fields of a class or an instance. */
final class FieldInjector {
    private final CloudScope scope;

    FieldInjector(CloudScope scope) {
        this.scope = scope;
    }

    void setStatic(Class<?> type) {
        set(type, null, ModifierSupport::isStatic);
    }

    void setInstance(Object instance) {
        set(instance.getClass(), instance, ModifierSupport::isNotStatic);
    }

    private void set(Class<?> type, @Nullable Object instance, Predicate<Field> wanted) {
        AnnotationSupport.findAnnotatedFields(type, FakeOperations.class, wanted, HierarchyTraversalMode.TOP_DOWN)
                .forEach(field -> set(field, instance));
    }

    private void set(Field field, @Nullable Object instance) {
        if (Modifier.isFinal(field.getModifiers())) {
            throw problem(field, "@FakeOperations: the field is final; expected one that can be set", null);
        }
        CloudSettings settings = SettingsFinder.of(field).orElseThrow();
        CloudPart part = CloudPart.of(field.getType())
                .orElseThrow(() -> problem(field, CloudPart.unsupported(field.getType()), null));
        part.problem(settings).ifPresent(text -> {
            throw problem(field, text, null);
        });
        try {
            field.setAccessible(true);
            field.set(instance, part.in(scope.cloud(settings)));
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw problem(field, "@FakeOperations: the field cannot be set: " + e.getMessage(), e);
        }
    }

    private static ExtensionConfigurationException problem(Field field, String text, @Nullable Throwable cause) {
        return new ExtensionConfigurationException(
                field.getDeclaringClass().getName() + "." + field.getName() + ": " + text, cause);
    }
}
