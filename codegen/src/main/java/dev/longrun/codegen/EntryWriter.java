// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import dev.longrun.service.OperationsMethod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes what there is once a version: the class that every name starts from, what steps share, and the package's doc
 * comment.
 */
final class EntryWriter {
    private final VersionNames names;
    private final String entry;
    private final String title;
    private final String version;
    private final String packageName;

    EntryWriter(VersionNames names) {
        this.names = names;
        this.entry = names.table().entry();
        this.title = names.table().title();
        this.version = names.service().version();
        this.packageName = names.table().packageOf(version);
    }

    List<JavaFile> write() {
        String provider = names.table().packageName() + '.' + entry + "Provider";
        return List.of(
                new JavaFile(packageName, entry, List.of(provider), entry()),
                new JavaFile(packageName, "Step", StepText.of(entry)),
                packageInfo());
    }

    private String entry() {
        List<String> members = new ArrayList<>();
        members.add(start());
        names.roots().stream().map(this::root).forEach(members::add);
        members.add(end());
        return String.join("\n", members);
    }

    private String start() {
        return """
                /**
                 * %1$s %2$s: where its names start.
                 *
                 * <pre>{@code
                 * %3$s
                 * }</pre>
                 */
                public final class %4$s {
                    private static final ServiceDefinition DEFINITION = %4$sProvider.definition("%2$s");

                    private %4$s() {}

                    /** All that is documented of the operations of {@code %5$s} %2$s. */
                    public static ServiceDefinition definition() {
                        return DEFINITION;
                    }
                """.formatted(title, version, example(), entry, names.service().name());
    }

    private String example() {
        Form form = names.forms().stream()
                .filter(f -> names.documented(f).contains(OperationsMethod.CANCEL))
                .min(Comparator.comparing(f -> !f.pattern().contains("/locations/")))
                .orElse(names.roots().get(0));
        String steps = form.lineage().stream()
                .map(Form::label)
                .map(label ->
                        ".%s(\"%s\")".formatted(label.camel(), label.camel().substring(0, 1)))
                .collect(Collectors.joining());
        return entry + steps + ".operation(\"o\")";
    }

    private String root(Form root) {
        return """
                    /** {@code %1$s}. */
                    public static %2$s %3$s(String %3$s) {
                        return new %2$s(new ResourceName("%4$s/" + %3$s));
                    }
                """.formatted(
                root.readable(), names.classNames().of(root), root.label().camel(), root.collection());
    }

    private String end() {
        return """
                    /**
                     * Any name of an operation: relative, with the service in front, or a URL; documented or not.
                     *
                     * @throws dev.longrun.name.InvalidNameException if it is no operation's name, or one of another service or version
                     */
                    public static OperationName parseOperation(String name) {
                        return OperationName.of(DEFINITION, name);
                    }
                }
                """;
    }

    private JavaFile packageInfo() {
        String doc = Doc.of(
                "",
                List.of(
                        "Names of %s %s; {@link %s.%s} is where they start."
                                .formatted(title, version, packageName, entry),
                        "A step is a name, and offers the steps that are documented after it. Its {@code operation} is cancellable if"
                                + " the service documents a cancel for it, and says so by its type."));
        return new JavaFile(packageName, JavaFile.PACKAGE_INFO, doc + "@NullMarked\n");
    }
}
