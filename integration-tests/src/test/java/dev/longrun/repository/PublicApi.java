// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public face of a module as text: the public and protected types of the packages that it exports to everybody,
 * each with its public and protected members, sorted. The first line counts the top-level types. A member with a
 * parameter or result of a type that is not exported is left out: it is wiring, which applications cannot use.
 */
final class PublicApi {
    private static final Pattern PACKAGES = Pattern.compile("\\b(?:[a-z][\\w]*\\.)+(?=[A-Z])");

    private final List<String> lines = new ArrayList<>();
    private final Set<String> unexported;
    private int topLevel;

    /** @param unexported the packages of the module that are not exported to everybody */
    private PublicApi(Set<String> unexported) {
        this.unexported = unexported;
    }

    static String of(CompiledModule module) throws IOException {
        Set<String> exported = module.exportedPackages();
        Set<String> unexported = module.packages();
        unexported.removeAll(exported);
        PublicApi api = new PublicApi(unexported);
        module.topLevelTypes()
                .filter(type -> exported.contains(type.getPackageName()))
                .filter(PublicApi::isVisible)
                .forEach(api::addTopLevel);
        return api.topLevel + " public top-level types\n" + String.join("\n", api.lines) + "\n";
    }

    private void addTopLevel(Class<?> type) {
        topLevel++;
        add(type);
    }

    private void add(Class<?> type) {
        lines.add("");
        lines.add(header(type));
        Stream.of(
                        Arrays.stream(type.getDeclaredFields())
                                .filter(PublicApi::isVisible)
                                .map(PublicApi::field),
                        Arrays.stream(type.getDeclaredConstructors())
                                .filter(PublicApi::isVisible)
                                .filter(this::isUsable)
                                .map(PublicApi::constructor),
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(PublicApi::isVisible)
                                .filter(this::isUsable)
                                .filter(method -> !method.isSynthetic() && !isGivenByTheKind(type, method))
                                .map(PublicApi::method))
                .forEach(members -> members.sorted().forEach(line -> lines.add("    " + line)));
        Arrays.stream(type.getDeclaredClasses())
                .filter(PublicApi::isVisible)
                .sorted(Comparator.comparing(Class::getName))
                .forEach(this::add);
    }

    /** What every enum and every record has by being one. */
    private static boolean isGivenByTheKind(Class<?> type, Method method) {
        return type.isEnum() && List.of("values", "valueOf").contains(method.getName())
                || type.isRecord() && List.of("equals", "hashCode", "toString").contains(method.getName());
    }

    private static boolean isVisible(Class<?> type) {
        return Modifier.isPublic(type.getModifiers()) || Modifier.isProtected(type.getModifiers());
    }

    private static boolean isVisible(Member member) {
        return Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers());
    }

    private boolean isUsable(Executable executable) {
        Stream<Type> result =
                executable instanceof Method method ? Stream.of(method.getGenericReturnType()) : Stream.of();
        return Stream.concat(result, Stream.of(executable.getGenericParameterTypes()))
                .map(Type::getTypeName)
                .noneMatch(type -> unexported.stream().anyMatch(name -> type.contains(name + '.')));
    }

    private static String header(Class<?> type) {
        String kind = type.isRecord()
                ? "record"
                : type.isEnum()
                        ? "enum"
                        : type.isAnnotation() ? "@interface" : type.isInterface() ? "interface" : "class";
        int modifiers = type.getModifiers()
                & ~(Modifier.STATIC | (type.isInterface() ? Modifier.ABSTRACT | Modifier.INTERFACE : 0));
        boolean impliedFinal = type.isRecord() || type.isEnum();
        String above = Stream.concat(
                        Stream.ofNullable(type.getGenericSuperclass())
                                .filter(parent ->
                                        !List.of(Object.class, Record.class).contains(parent))
                                .filter(parent -> !type.isEnum())
                                .map(parent -> " extends " + name(parent)),
                        Stream.of(type.getGenericInterfaces()).map(parent -> " implements " + name(parent)))
                .collect(Collectors.joining());
        return Modifier.toString(impliedFinal ? modifiers & ~Modifier.FINAL : modifiers)
                + (type.isSealed() ? " sealed " : " ")
                + kind
                + ' '
                + type.getName().replace('$', '.')
                + parameters(type.getTypeParameters())
                + above;
    }

    private static String field(Field field) {
        return modifiers(field.getModifiers()) + name(field.getAnnotatedType()) + ' ' + field.getName();
    }

    private static String constructor(Constructor<?> constructor) {
        return modifiers(constructor.getModifiers())
                + constructor.getDeclaringClass().getSimpleName()
                + arguments(constructor);
    }

    private static String method(Method method) {
        int modifiers = method.getModifiers() & Modifier.methodModifiers() & ~Modifier.SYNCHRONIZED;
        String types = parameters(method.getTypeParameters());
        return modifiers(modifiers)
                + (method.isDefault() ? "default " : "")
                + (types.isEmpty() ? "" : types + ' ')
                + name(method.getAnnotatedReturnType())
                + ' '
                + method.getName()
                + arguments(method);
    }

    private static String arguments(Executable executable) {
        String thrown = Stream.of(executable.getGenericExceptionTypes())
                .map(PublicApi::name)
                .collect(Collectors.joining(", "));
        return Stream.of(executable.getParameters())
                        .map(PublicApi::parameter)
                        .collect(Collectors.joining(", ", "(", ")"))
                + (thrown.isEmpty() ? "" : " throws " + thrown);
    }

    private static String parameter(Parameter parameter) {
        return name(parameter.getAnnotatedType()) + ' ' + parameter.getName();
    }

    private static String modifiers(int modifiers) {
        String text = Modifier.toString(modifiers);
        return text.isEmpty() ? "" : text + ' ';
    }

    private static String parameters(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Stream.of(variables).map(PublicApi::variable).collect(Collectors.joining(", ", "<", ">"));
    }

    private static String variable(TypeVariable<?> variable) {
        String bounds = Stream.of(variable.getBounds())
                .filter(bound -> bound != Object.class)
                .map(PublicApi::name)
                .collect(Collectors.joining(" & "));
        return bounds.isEmpty() ? variable.getName() : variable.getName() + " extends " + bounds;
    }

    /** Without packages: our simple names are unique, and others' are well known. */
    private static String name(Type type) {
        return simple(type.getTypeName());
    }

    private static String name(AnnotatedType type) {
        return simple(type.toString());
    }

    private static String simple(String type) {
        String simple = PACKAGES.matcher(type.replace('$', '.')).replaceAll("");
        return simple.replace("@Nullable()", "@Nullable");
    }
}
