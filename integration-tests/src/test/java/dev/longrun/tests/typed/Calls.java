// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests.typed;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

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
}
