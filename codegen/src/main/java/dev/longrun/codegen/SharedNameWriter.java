// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the interface over the forms of names of one type. */
final class SharedNameWriter {
    private final VersionNames names;
    private final ClassNames classNames;
    private final String type;
    private final List<NameForm> forms;

    SharedNameWriter(VersionNames names, String type) {
        this.names = names;
        this.classNames = names.classNames();
        this.type = type;
        this.forms = classNames.forms(type);
    }

    JavaFile write() {
        String className = classNames.ofShared(type);
        String body = doc()
                + LineBreaks.sealed(className, classes())
                + """

                    ResourceName resource();

                    /** The result of the function for the form this name has. */
                %1$s;

                    /** @throws dev.longrun.name.InvalidNameException if {@code name} has none of the forms */
                    static %2$s parse(String name) {
                        ResourceName resource = ResourceName.parse(name);
                %3$s%4$s
                    }
                }
                """.formatted(foldSignature(classNames, type, ""), className, attempts(), mismatch());
        return new JavaFile(names.table().packageOf(names.service().version()), className, body);
    }

    private String mismatch() {
        List<String> arguments =
                new ArrayList<>(List.of('"' + CaseFormat.of(type).prose() + '"', "name"));
        classes().forEach(name -> arguments.add(name + ".PATTERN"));
        return LineBreaks.list("        ", "throw Step.mismatch(", arguments, ");");
    }

    private String doc() {
        String items = forms.stream()
                .map(form -> "<li>{@code %s}".formatted(form.readable()))
                .collect(Collectors.joining("\n"));
        return "/**\n * The name of %s, which has one of these forms:\n *\n * <ul>\n%s\n * </ul>\n */\n"
                .formatted(CaseFormat.of(type).withArticle(), (" *   " + items.replace("\n", "\n *   ")));
    }

    private List<String> classes() {
        return forms.stream().map(classNames::of).toList();
    }

    private String attempts() {
        return classes().stream().map(c -> """
                                if (%1$s.PATTERN.matches(name)) {
                                    return new %1$s(resource);
                                }
                        """.formatted(c)).collect(Collectors.joining());
    }

    /** {@code <T> T fold(…)}, the same in the interface and in its implementations. */
    static String foldSignature(ClassNames classNames, String type, String modifier) {
        List<String> parameters = classNames.forms(type).stream()
                .map(form -> "Function<? super %s, ? extends T> %s"
                        .formatted(classNames.of(form), parameter(classNames, form)))
                .toList();
        return LineBreaks.list("    ", modifier + "<T> T fold(", parameters, ")");
    }

    static String parameter(ClassNames classNames, NameForm form) {
        String qualifier = classNames.qualifier(form);
        return qualifier.isEmpty()
                ? "plain"
                : JavaIdentifiers.identifier(CaseFormat.of(qualifier).camel());
    }
}
