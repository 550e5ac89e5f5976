// SPDX-License-Identifier: Apache-2.0
package dev.longrun.binding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.text.Segments;
import dev.longrun.text.UnicodeStrings;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every binding there is, with ids that are hard to encode. */
class DocumentedTemplatesTest {
    private final Iterator<String> ids = UnicodeStrings.ids(1_000_000).iterator();

    static List<String> all() {
        return DocumentedTemplates.all();
    }

    @Test
    void thereAreAsManyAsTheSourceHas() {
        assertThat(all()).hasSize(802).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void printsAsItWasParsed(String text) {
        PathTemplate template = PathTemplate.parse(text);
        assertThat(PathTemplate.parse(template.toString())).isEqualTo(template).hasToString(text);
    }

    @ParameterizedTest
    @MethodSource("all")
    void expandsToAPathOfAsManySegmentsThatMatchesBack(String text) {
        PathTemplate template = PathTemplate.parse(text);
        for (int round = 0; round < 20; round++) {
            Map<String, String> values = template.pattern().isEmpty() ? Map.of() : Map.of("name", name(template));
            String path = template.expand(values);
            assertThat(Segments.count(path)).isEqualTo(Segments.count(withValues(text, values)));
            assertThat(template.match(path)).contains(values);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void expandsToThePathThatOkHttpHolds(String text) {
        PathTemplate template = PathTemplate.parse(text);
        for (int round = 0; round < 20; round++) {
            Map<String, String> values = template.pattern().isEmpty() ? Map.of() : Map.of("name", name(template));
            String path = template.expand(values);
            HttpUrl url = HttpUrl.get("https://file.googleapis.com" + path);
            assertThat(url.encodedPath()).isEqualTo(path);
            assertThat(url.host()).isEqualTo("file.googleapis.com");
            assertThat(url.query()).isNull();
            assertThat(url.fragment()).isNull();
        }
    }

    private String name(PathTemplate template) {
        String pattern = template.variablePattern("name").replace("**", "*/*");
        StringBuilder name = new StringBuilder();
        for (String segment : pattern.split("/")) {
            name.append(name.isEmpty() ? "" : "/").append(segment.equals("*") ? ids.next() : segment);
        }
        return name.toString();
    }

    private static String withValues(String text, Map<String, String> values) {
        return values.isEmpty()
                ? text
                : text.replaceFirst("\\{.*}", "x/".repeat(Segments.count(values.get("name")) - 1) + 'x');
    }
}
