// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import java.util.ArrayList;
import java.util.List;

/** Writes the record of one name form, with a method for each next step. */
final class NameWriter {
    private final VersionNames names;
    private final ClassNames classNames;
    private final NameForm form;
    private final String className;

    NameWriter(VersionNames names, NameForm form) {
        this.names = names;
        this.classNames = names.classNames();
        this.form = form;
        this.className = classNames.of(form);
    }

    JavaFile write() {
        List<String> members = new ArrayList<>();
        members.add(start());
        members.add(parse());
        form.parent().map(this::parent).ifPresent(members::add);
        if (form.hasId()) {
            members.add(id());
        }
        names.children(form).stream().map(this::child).forEach(members::add);
        members.addAll(new OperationsWriter(names, form).members());
        if (classNames.isShared(form)) {
            members.add(fold());
        }
        members.add(string());
        String body = doc() + header() + String.join("\n", members) + "}\n";
        return new JavaFile(names.table().packageOf(names.service().version()), className, body);
    }

    private String doc() {
        return JavadocText.of(
                "",
                List.of(
                        subject() + " of the form {@code " + form.readable() + "}.",
                        "@param resource the name as an untyped resource name"));
    }

    private String subject() {
        NameTable.ResourceType type = names.table().types().get(form.pattern());
        return type == null
                ? "A name"
                : "The name of a {@code %s/%s},".formatted(names.service().name(), type.name());
    }

    private String header() {
        String clause = classNames.isShared(form) ? "implements " + classNames.ofShared(classNames.type(form)) : "";
        return LineBreaks.record("", className, List.of("ResourceName resource"), clause);
    }

    private String start() {
        return LineBreaks.assignment(
                        "    ",
                        "static final NamePattern PATTERN =",
                        "NamePattern.parse(\"%s\");".formatted(form.pattern()),
                        "        ")
                + """

                    /** @throws dev.longrun.name.InvalidNameException if the name has another form */
                    public %1$s {
                        Step.check("%2$s", PATTERN, resource);
                    }
                """.formatted(className, CaseFormat.of(classNames.type(form)).prose());
    }

    private String parse() {
        return """
                    /** @throws dev.longrun.name.InvalidNameException if {@code name} has another form */
                    public static %1$s parse(String name) {
                        return new %1$s(ResourceName.parse(name));
                    }
                """.formatted(className);
    }

    private String parent(NameForm parent) {
        return """
                    /** The %1$s of this %2$s. */
                    public %3$s parent() {
                        return new %3$s(%4$s);
                    }
                """.formatted(
                        parent.label().prose(),
                        form.label().prose(),
                        classNames.of(parent),
                        form.hasId() ? "resource.parent().orElseThrow()" : "Step.above(resource)");
    }

    private String id() {
        return """
                    /** The last segment. */
                    public String id() {
                        return resource.id();
                    }
                """;
    }

    private String child(NameForm child) {
        String method = JavaIdentifiers.identifier(child.label().camel());
        String parameter = child.hasId() ? "String " + method : "";
        String name = child.hasId()
                ? "resource.child(\"%s\", %s)".formatted(child.collection(), method)
                : "Step.below(resource, \"%s\")".formatted(child.collection());
        String className = classNames.of(child);
        return JavadocText.of(
                        "    ",
                        List.of("{@code %s} of this %s."
                                .formatted(child.lastStep(), form.label().prose())))
                + "    public %s %s(%s) {\n".formatted(className, method, parameter)
                + LineBreaks.list("        ", "return new " + className + '(', List.of(name), ");\n")
                + "    }\n";
    }

    private String fold() {
        String type = classNames.type(form);
        return "    @Override\n"
                + SharedNameWriter.foldSignature(classNames, type, "public ")
                + " {\n        return %s.apply(this);\n    }\n".formatted(SharedNameWriter.parameter(classNames, form));
    }

    private String string() {
        return """
                    @Override
                    public String toString() {
                        return resource.value();
                    }
                """;
    }
}
