// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests.typed;

import dev.longrun.name.NamePattern;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that can be said by going from step to step, each id being called after its method. */
final class Steps {
    private static final Set<String> BACK = Set.of("parent");

    private final TypedService service;
    private final List<Object> steps = new ArrayList<>();
    private final Map<Object, Object> before = new HashMap<>();

    Steps(TypedService service) {
        this.service = service;
        methods(service.entry(), true).forEach(method -> walk(service.entry(), method));
    }

    private void walk(Object from, Method method) {
        Object step = method.getParameterCount() == 0
                ? Calls.invoke(from, method)
                : Calls.invoke(from, method, "some-" + method.getName());
        steps.add(step);
        before.put(step, from);
        methods(step.getClass(), false).forEach(next -> walk(step, next));
    }

    private static Stream<Method> methods(Class<?> type, boolean statics) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> Modifier.isStatic(method.getModifiers()) == statics)
                .filter(method -> method.getReturnType().isRecord())
                .filter(method -> method.getReturnType().getPackage().equals(type.getPackage()))
                .filter(method -> !BACK.contains(method.getName()));
    }

    List<Object> all() {
        return steps;
    }

    /** The step from which another was reached; the entry class for the first. */
    Object before(Object step) {
        return Objects.requireNonNull(before.get(step));
    }

    List<OperationName> operations() {
        return offered("operation", 1).map(OperationName.class::cast).toList();
    }

    List<OperationParent> parents() {
        return offered("operations", 0).map(OperationParent.class::cast).toList();
    }

    private Stream<Object> offered(String name, int parameters) {
        return steps.stream()
                .flatMap(step -> Arrays.stream(step.getClass().getDeclaredMethods())
                        .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
                        .map(method ->
                                parameters == 0 ? Calls.invoke(step, method) : Calls.invoke(step, method, "o-1")));
    }

    /** Which documented pattern this rpc has for the name; its own text if none. */
    String pattern(ApiMethod rpc, String name) {
        return service.definition().patterns(rpc).stream()
                .filter(pattern -> pattern.matches(name))
                .map(NamePattern::toString)
                .findFirst()
                .orElse(name);
    }
}
