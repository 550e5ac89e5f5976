// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A module whose packages applications use. */
record PublishedModule(String directory) {
    private static final Pattern EXPORTED = Pattern.compile("(?m)^ *exports ([\\w.]+);");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

    /** The core, the testkit, the services and the bridges to other libraries, as far as they are in this checkout. */
    static List<PublishedModule> all() {
        return Stream.concat(
                        Stream.of("client-core", "testkit"),
                        Stream.of("services", "interop")
                                .flatMap(parent -> DocumentFiles.below(Path.of(parent), "/pom.xml").stream())
                                .map(pom -> pom.getParent().toString())
                                .filter(directory -> directory.contains("/")))
                .map(PublishedModule::new)
                .toList();
    }

    /** Those that are exported to everybody; of a module without a descriptor, all. */
    List<String> packages() {
        Path descriptor = Path.of(directory, "src/main/java/module-info.java");
        if (DocumentFiles.exists(descriptor.toString())) {
            return names(EXPORTED, descriptor).toList();
        }
        return DocumentFiles.below(Path.of(directory, "src/main/java"), "package-info.java").stream()
                .flatMap(file -> names(PACKAGE, file))
                .toList();
    }

    private static Stream<String> names(Pattern pattern, Path file) {
        return pattern.matcher(DocumentFiles.read(file)).results().map(found -> found.group(1));
    }
}
