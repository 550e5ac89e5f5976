// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide is found and stays short: an index, pages that begin with code, and links that lead somewhere. */
class GuideIndexTest {
    private static final int LINES_OF_A_PAGE = 150;
    private static final int LINES_OF_THE_README = 200;
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]+)(#[^)]*)?\\)");

    static List<Path> guide() {
        return DocumentFiles.guide();
    }

    static List<Path> documents() {
        return DocumentFiles.all();
    }

    @ParameterizedTest
    @MethodSource("guide")
    void thePageIsShortAndListedAndBeginsWithCode(Path page) {
        String text = DocumentFiles.read(page);
        assertThat(text.lines().count()).as("lines of " + page).isLessThanOrEqualTo(LINES_OF_A_PAGE);
        assertThat(DocumentFiles.read(DocumentFiles.INDEX))
                .contains("](" + Path.of("docs").relativize(page) + ")");
        assertThat(FencedBlock.of(page)).as("blocks of " + page).isNotEmpty();
        assertThat(text.lines().takeWhile(line -> !line.startsWith("```")).count())
                .as("lines of %s before its first code", page)
                .isLessThanOrEqualTo(12);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadSomewhere(Path document) {
        List<String> broken = LINK.matcher(DocumentFiles.read(document))
                .results()
                .map(link -> link.group(1))
                .map(link -> document.resolveSibling(link).normalize().toString())
                .filter(link -> !DocumentFiles.exists(link) && !DocumentFiles.TRIED_ELSEWHERE.contains(Path.of(link)))
                .toList();
        assertThat(broken).as("links in %s", document).isEmpty();
    }

    @Test
    void theReadmeIsShortAndLeadsToTheGuide() {
        String readme = DocumentFiles.read(DocumentFiles.README);
        assertThat(readme.lines().count()).isLessThanOrEqualTo(LINES_OF_THE_README);
        assertThat(readme).contains("](docs/README.md)");
    }
}
