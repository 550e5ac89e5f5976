// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import dev.longrun.service.Rpc;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the record for one form of name: a step that offers the steps after it. */
final class NameWriter {
    private final VersionNames names;
    private final ClassNames classNames;
    private final String entry;
    private final Form form;
    private final String className;

    NameWriter(VersionNames names, Form form) {
        this.names = names;
        this.classNames = names.classNames();
        this.entry = names.table().entry();
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
        operations(members);
        if (classNames.isShared(form)) {
            members.add(fold());
        }
        members.add(string());
        String body = doc() + header() + String.join("\n", members) + "}\n";
        return new JavaFile(names.table().packageOf(names.service().version()), className, body);
    }

    private String doc() {
        return Layout.doc(
                "",
                List.of(
                        subject() + " of the form {@code " + form.readable() + "}.",
                        "@param resource the same name without its type"));
    }

    private String subject() {
        return names.table().types().containsKey(form.pattern())
                ? "The name of a {@code %s/%s},".formatted(names.service().service(), classNames.type(form))
                : "A name";
    }

    private String header() {
        String implemented =
                classNames.isShared(form) ? " implements " + classNames.ofShared(classNames.type(form)) : "";
        return "public record %s(ResourceName resource)%s {\n".formatted(className, implemented);
    }

    private String start() {
        return """
                    static final NamePattern PATTERN = Step.pattern("%1$s");

                    /** @throws dev.longrun.error.NotSentException if the name has another form */
                    public %2$s {
                        Step.check("%3$s", PATTERN, resource);
                    }
                """.formatted(
                form.pattern(), className, Words.of(classNames.type(form)).prose());
    }

    private String parse() {
        return """
                    /** @throws dev.longrun.error.NotSentException if {@code name} has another form */
                    public static %1$s parse(String name) {
                        return new %1$s(ResourceName.parse(name));
                    }
                """.formatted(className);
    }

    private String parent(Form parent) {
        return """
                    /** {@code %1$s}. */
                    public %2$s parent() {
                        return new %2$s(%3$s);
                    }
                """.formatted(
                        parent.readable(),
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

    private String child(Form child) {
        String method = Java.identifier(child.label().camel());
        String doc = Layout.doc("    ", List.of("{@code %s}.".formatted(child.readable())));
        return doc + (child.hasId() ? """
                            public %1$s %2$s(String %2$s) {
                                return new %1$s(resource.child("%3$s", %2$s));
                            }
                        """ : """
                            public %1$s %2$s() {
                                return new %1$s(Step.below(resource, "%3$s"));
                            }
                        """).formatted(classNames.of(child), method, child.collection());
    }

    private void operations(List<String> members) {
        List<Rpc> documented = names.documented(form);
        if (documented.stream().anyMatch(rpc -> rpc != Rpc.LIST)) {
            members.add(operation(documented));
        }
        if (documented.contains(Rpc.LIST)) {
            members.add(list());
        }
    }

    private String operation(List<Rpc> documented) {
        boolean cancel = documented.contains(Rpc.CANCEL);
        String rpcs = documented.stream()
                .filter(rpc -> rpc != Rpc.LIST)
                .map(Rpc::label)
                .collect(Collectors.joining(", "));
        String doc = Layout.doc(
                "    ",
                List.of("{@code %s/operations/{operation}}. Documented: %s%s."
                        .formatted(form.readable(), rpcs, cancel ? "" : "; no cancel")));
        return doc + """
                    public OperationName.%1$s operation(String operation) {
                        return Step.%2$s(resource, operation);
                    }
                """.formatted(cancel ? "Cancellable" : "Uncancellable", cancel ? "cancellable" : "uncancellable");
    }

    private String list() {
        return """
                    /** The operations of this %s, as list takes them. */
                    public OperationParent operations() {
                        return OperationParent.of(%s.definition(), resource.value());
                    }
                """.formatted(form.label().prose(), entry);
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
