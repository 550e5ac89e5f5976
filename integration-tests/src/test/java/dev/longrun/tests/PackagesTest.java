// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is package-private stays so: no module moves into a package of another one. As the core exports every package
 * with public types, this leaves testkit, command, examples and services with what users have.
 */
class PackagesTest {
    private static final Path SOURCES = Path.of("src", "main", "java");

    @Test
    void eachPackageIsInOneModuleOnly() throws IOException {
        assertThat(modulesByPackage())
                .hasSizeGreaterThan(10)
                .allSatisfy((name, modules) -> assertThat(modules).hasSize(1));
    }

    @Test
    void eachPackageSaysWhatItIsForAndIsNullMarked() throws IOException {
        assertThat(modulesByPackage())
                .allSatisfy((name, modules) -> assertThat(modules)
                        .allSatisfy(module -> assertThat(
                                        module.resolve("java").resolve(name).resolve("package-info.java"))
                                .content()
                                .contains("/**", "@NullMarked")));
    }

    private static Map<Path, Set<Path>> modulesByPackage() throws IOException {
        try (Stream<Path> files = Files.find(Path.of(".."), 20, (file, attributes) -> isSource(file))) {
            return files.collect(groupingBy(PackagesTest::packageOf, mapping(PackagesTest::moduleOf, toSet())));
        }
    }

    private static boolean isSource(Path file) {
        String path = file.toString();
        boolean isOfOthers = file.startsWith(Path.of("..", "outside")); // written as an application's own would be
        return !isOfOthers
                && path.contains(SOURCES.toString())
                && path.endsWith(".java")
                && !path.endsWith("module-info.java");
    }

    private static Path packageOf(Path file) {
        return sourcesOf(file).relativize(file.getParent());
    }

    private static Path moduleOf(Path file) {
        return sourcesOf(file).getParent();
    }

    private static Path sourcesOf(Path file) {
        Path root = file;
        while (!root.endsWith(SOURCES)) {
            root = root.getParent();
        }
        return root;
    }
}
