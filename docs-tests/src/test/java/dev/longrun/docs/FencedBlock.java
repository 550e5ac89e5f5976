// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A fenced block of a Markdown page. Its first line may name, after the language, a module that the code needs beyond
 * the core, the services and the testkit: {@code ```java gax}.
 *
 * @param line the number of its first line of code
 * @param modules the words after the language, see {@link GuideModule}
 */
record FencedBlock(Path page, int line, String language, List<String> modules, String text) {
    private static final String FENCE = "```";

    static List<FencedBlock> of(Path page) {
        List<FencedBlock> blocks = new ArrayList<>();
        String[] lines = DocumentFiles.read(page).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].startsWith(FENCE)) {
                int end = i + 1;
                while (!lines[end].equals(FENCE)) {
                    end++;
                }
                List<String> words = List.of(lines[i].substring(FENCE.length()).split(" "));
                String text = String.join("\n", Arrays.copyOfRange(lines, i + 1, end)) + "\n";
                blocks.add(new FencedBlock(page, i + 2, words.get(0), words.subList(1, words.size()), text));
                i = end;
            }
        }
        return blocks;
    }

    /** The blocks of one language on all pages, without those whose module is not in this checkout. */
    static List<FencedBlock> all(String language) {
        return DocumentFiles.all().stream()
                .flatMap(page -> of(page).stream())
                .filter(block -> block.language.equals(language))
                .filter(block -> block.modules.stream().map(GuideModule::of).allMatch(GuideModule::isHere))
                .toList();
    }

    boolean directlyFollows(FencedBlock other) {
        int end = other.line + (int) other.text.lines().count();
        return page.equals(other.page) && line > end && line - end <= 3;
    }

    Snippet snippet() {
        return new Snippet(page, line, text, ReaderContext.ofPage(modules));
    }

    @Override
    public String toString() {
        return page + ":" + line;
    }
}
