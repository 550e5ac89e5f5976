// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests.typed;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Calls by name, for what all typed services have alike without a common type. */
final class Calls {
    private Calls() {}

    /** On an object, or, if {@code on} is a class, a static method of it. */
    static Object invoke(Object on, String method, Object... arguments) {
        Class<?> type = on instanceof Class<?> c ? c : on.getClass();
        return Arrays.stream(type.getMethods())
                .filter(m -> m.getName().equals(method) && m.getParameterCount() == arguments.length)
                .filter(m -> arguments.length == 0 || m.getParameterTypes()[0].isInstance(arguments[0]))
                .findFirst()
                .map(m -> invoke(on, m, arguments))
                .orElseThrow(() -> new AssertionError(type + " has no " + method));
    }

    static Object invoke(Object on, Method method, Object... arguments) {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** What each function of {@code fold} gets, null for those that are not called. */
    static List<@Nullable Object> fold(Object on) {
        Method fold = Arrays.stream(on.getClass().getInterfaces()[0].getMethods())
                .filter(method -> method.getName().equals("fold"))
                .findFirst()
                .orElseThrow();
        List<@Nullable Object> got = new ArrayList<>(Collections.nCopies(fold.getParameterCount(), null));
        Object[] functions = IntStream.range(0, fold.getParameterCount())
                .mapToObj(i -> (UnaryOperator<Object>) form -> Objects.requireNonNullElse(got.set(i, form), form))
                .toArray();
        invoke(on, fold, functions);
        return got;
    }
}
