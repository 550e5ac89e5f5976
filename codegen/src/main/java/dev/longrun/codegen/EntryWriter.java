// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import dev.longrun.service.ApiMethod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the classes that each version has once: the entry class that names start from, the class shared by its steps,
 * and the package-info.
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
                new JavaFile(packageName, "Step", StepTemplate.of(entry)),
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
                 * The names of %1$s %2$s start here.
                 *
                 * <pre>{@code
                 * %3$s
                 * }</pre>
                 */
                public final class %4$s {
                    private static final ServiceDefinition DEFINITION = %4$sProvider.definition("%2$s");

                    private %4$s() {}

                    /** The documented methods on operations of {@code %5$s} %2$s. */
                    public static ServiceDefinition definition() {
                        return DEFINITION;
                    }
                """.formatted(title, version, example(), entry, names.service().name());
    }

    private String example() {
        NameForm form = names.forms().stream()
                .filter(f -> names.documented(f).contains(ApiMethod.GET))
                .min(Comparator.comparing((NameForm f) -> !names.documented(f).contains(ApiMethod.CANCEL))
                        .thenComparing(f -> !f.pattern().contains("/locations/"))
                        .thenComparing(f -> !f.pattern().startsWith("projects/")))
                .orElse(names.roots().get(0));
        return entry + form.lineage().stream().map(EntryWriter::call).collect(Collectors.joining())
                + ".operation(\"o\")";
    }

    private static String call(NameForm step) {
        String method = step.label().camel();
        return ".%s(%s)".formatted(method, step.hasId() ? '"' + method.substring(0, 1) + '"' : "");
    }

    private String root(NameForm root) {
        String method = root.label().camel();
        return """
                    /** {@code %1$s}. */
                    public static %2$s %3$s(%4$s) {
                        return new %2$s(new ResourceName(%5$s));
                    }
                """.formatted(
                root.readable(),
                names.classNames().of(root),
                method,
                root.hasId() ? "String " + method : "",
                root.hasId() ? "\"%s/\" + %s".formatted(root.collection(), method) : '"' + root.collection() + '"');
    }

    private String end() {
        return """
                    /**
                     * Parses a name of an operation: relative, full, or a URL. The name may be undocumented.
                     *
                     * @throws dev.longrun.name.InvalidNameException if the text is not a name of an operation of this service
                     */
                    public static OperationName parseOperation(String name) {
                        return OperationName.of(DEFINITION, name);
                    }
                }
                """;
    }

    private JavaFile packageInfo() {
        String doc = """
                /**
                 * Names of %1$s %2$s; they start at {@link %3$s.%4$s}.
                 *
                 * <pre>{@code
                 * OperationName name = %5$s;
                 * }</pre>
                 *
                 * <p>Each name has a method for each documented name below it, and {@code operation} for the operations of its
                 * resource.
                 */
                """.formatted(title, version, packageName, entry, example());
        return new JavaFile(packageName, JavaFile.PACKAGE_INFO, doc + "@NullMarked\n");
    }
}
