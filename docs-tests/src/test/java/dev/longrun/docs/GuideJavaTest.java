// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java blocks of all documents compile. */
class GuideJavaTest {
    @TempDir
    Path classes;

    @Test
    void allBlocksCompile() {
        List<SourceText> sources = SnippetCompiler.sources(
                FencedBlock.all("java").stream().map(FencedBlock::snippet).toList());
        assertThat(SnippetCompiler.compile(sources, classes))
                .as("errors in Java blocks; GuideReader has the names that fragments may use")
                .isEmpty();
    }
}
