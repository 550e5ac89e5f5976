// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each public package has a page that starts with an example, and all examples of public types compile. */
class JavadocExamplesTest {
    @TempDir
    Path classes;

    @Test
    void thePageOfEachPublicPackageStartsWithAnExample() {
        List<String> without = PublishedModule.all().stream()
                .flatMap(module -> module.packages().stream()
                        .filter(pack -> sources(module, pack)
                                .filter(file -> file.endsWith("package-info.java"))
                                .noneMatch(file -> JavadocExample.startsWithExample(DocumentFiles.read(file)))))
                .toList();
        assertThat(without)
                .as("packages whose package-info has no <pre>{@code …}</pre> directly after its first paragraph")
                .isEmpty();
    }

    @Test
    void allExamplesCompile() {
        List<Snippet> examples = PublishedModule.all().stream()
                .flatMap(module -> module.packages().stream().flatMap(pack -> sources(module, pack)))
                .filter(file ->
                        file.endsWith("package-info.java") || JavadocExample.isPublicType(DocumentFiles.read(file)))
                .flatMap(JavadocExample::of)
                .toList();
        assertThat(examples).hasSizeGreaterThan(100);
        assertThat(SnippetCompiler.compile(SnippetCompiler.sources(examples), classes))
                .as("errors in examples; GuideReader has the names that they may use")
                .isEmpty();
    }

    private static Stream<Path> sources(PublishedModule module, String pack) {
        return JavadocExample.sources(module.directory(), pack).stream();
    }
}
