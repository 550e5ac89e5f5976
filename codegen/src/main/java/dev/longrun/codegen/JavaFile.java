// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One source file. Imports are made for the known types that the body uses by simple name.
 *
 * @param alsoImportable further types that may be imported
 * @param body the source from the first doc comment
 */
record JavaFile(String packageName, String typeName, List<String> alsoImportable, String body) {
    private static final List<String> IMPORTABLE = List.of(
            "dev.longrun.name.InvalidNameException",
            "dev.longrun.error.Status",
            "dev.longrun.json.Any",
            "dev.longrun.json.JsonObject",
            "dev.longrun.wire.StatusReader",
            "dev.longrun.name.NamePattern",
            "dev.longrun.name.ResourceName",
            "dev.longrun.operation.Operation",
            "dev.longrun.service.OperationName",
            "dev.longrun.service.OperationParent",
            "dev.longrun.service.ServiceDefinition",
            "java.time.Duration",
            "java.time.Instant",
            "java.util.List",
            "java.util.Map",
            "java.util.Optional",
            "java.util.OptionalDouble",
            "java.util.OptionalLong",
            "java.util.function.Function");
    static final String PACKAGE_INFO = "package-info";
    private static final String LICENSE = "// SPDX-License-Identifier: Apache-2.0\n";
    private static final Pattern PROSE = Pattern.compile("(?s)/\\*\\*.*?\\*/|\"[^\"]*\"");
    private static final Pattern LINK = Pattern.compile("\\{@link ([A-Z]\\w*)|@throws ([A-Z]\\w*)");

    JavaFile(String packageName, String typeName, String body) {
        this(packageName, typeName, List.of(), body);
    }

    /** {@code dev/longrun/filestore/v1/InstanceName.java}. */
    String path() {
        return packageName.replace('.', '/') + '/' + typeName + ".java";
    }

    String text() {
        if (typeName.equals(PACKAGE_INFO)) {
            return "%s%spackage %s;\n\nimport org.jspecify.annotations.NullMarked;\n"
                    .formatted(LICENSE, body, packageName);
        }
        String imports = Stream.concat(IMPORTABLE.stream(), alsoImportable.stream())
                .sorted()
                .filter(this::isUsed)
                .map(type -> "import " + type + ";\n")
                .collect(Collectors.joining());
        return "%spackage %s;\n\n%s%s".formatted(LICENSE, packageName, imports.isEmpty() ? "" : imports + '\n', body);
    }

    private boolean isUsed(String type) {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        String code = PROSE.matcher(body).replaceAll(Matcher.quoteReplacement(""));
        return Pattern.compile("(?<![\\w.])" + simple + "\\b").matcher(code).find()
                || LINK.matcher(body).results().anyMatch(m -> simple.equals(m.group(1)) || simple.equals(m.group(2)));
    }
}
