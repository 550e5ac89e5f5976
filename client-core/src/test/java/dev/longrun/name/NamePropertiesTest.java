// SPDX-License-Identifier: Apache-2.0
package dev.longrun.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.longrun.binding.PathTemplate;
import dev.longrun.text.UnicodeStrings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/** What must hold for any text at all, unpaired surrogates and nonsense included. */
class NamePropertiesTest {
    private static final int MANY = 20_000;
    private static final List<PathTemplate> TEMPLATES = Stream.of(
                    "/v1/{name}",
                    "/v1/{name=**}",
                    "/v1/{name=**}:cancel",
                    "/v1/{name=a/*}",
                    "/v1/{name=a/**}/b",
                    "/v1/{name=*/*}:cancel")
            .map(PathTemplate::parse)
            .toList();

    @Test
    void aSingleSegmentComesBackFromAnyPathAndOkHttpLeavesThatPathAlone() {
        PathTemplate template = PathTemplate.parse("/v1/{name}");
        assertThat(UnicodeStrings.ids(MANY)).allSatisfy(id -> {
            String path = template.expand(id);
            assertThat(template.match(path)).contains(Map.of("name", id));
            assertThat(HttpUrl.get("https://h" + path).encodedPath()).isEqualTo(path);
        });
    }

    @Test
    void aPathNeverMakesMatchingThrowAndWhatItGivesExpandsAgain() {
        assertThat(nonsense("/v1a:b%2Fec.*c{}=?\uD83D\uDE00\n ", "/v1/")).allSatisfy(path -> {
            for (PathTemplate template : TEMPLATES) {
                template.match(path)
                        .ifPresent(values -> assertThat(template.match(template.expand(values)))
                                .contains(values));
            }
        });
    }

    @Test
    void aTemplateIsReadOrRefusedAndPrintsAsItIs() {
        assertThat(nonsense("/v1a:{}=*. %\uD83D\n", "/")).allSatisfy(text -> {
            Optional<PathTemplate> template = orRefused(() -> PathTemplate.parse(text));
            assertThat(template.map(PathTemplate::toString).orElse(text)).isEqualTo(text);
        });
    }

    @Test
    void aNameIsReadOrRefusedAndWhatIsReadHasASafePath() {
        PathTemplate any = PathTemplate.parse("/v1/{name=**}");
        assertThat(nonsense("/ab.:\"% \uFF0F\uFF50\u200B\uD83D\uDE00\n-v1", "")).allSatisfy(text -> {
            Optional<ResourceName> name = orRefused(() -> ResourceName.parse(text));
            name.ifPresent(n -> {
                String path = any.expand(n.value());
                assertThat(HttpUrl.get("https://h" + path).encodedPath()).isEqualTo(path);
                assertThatCode(() -> n.location().isPresent()).doesNotThrowAnyException();
            });
        });
    }

    @Test
    void whatIsSuggestedInsteadIsAccepted() {
        assertThat(nonsense("/ab.:\"% \uFF0F\uFF50\u200B-v1", "")).allSatisfy(text -> {
            if (PasteArtifact.firstIn(text).isPresent()
                    && ResourceNameValidator.suggestion(text).isPresent()) {
                assertThatCode(() -> ResourceName.parse(
                                ResourceNameValidator.suggestion(text).get()))
                        .doesNotThrowAnyException();
            }
        });
    }

    @Test
    void aVeryLongNameIsRefusedAtOnce() {
        String slashes = "a" + "/".repeat(1_000_000) + "b";
        assertThat(orRefused(() -> ResourceName.parse(slashes))).isEmpty();
        assertThat(orRefused(() -> PathTemplate.parse("/v1/{name=abc}").expand("x".repeat(1_000_000))))
                .isEmpty();
    }

    private static <T> Optional<T> orRefused(Supplier<T> parse) {
        try {
            return Optional.of(parse.get());
        } catch (InvalidNameException refused) {
            assertThat(refused.getMessage()).hasSizeLessThan(1_500).doesNotContain("\n");
            return Optional.empty();
        }
    }

    private static Stream<String> nonsense(String alphabet, String prefix) {
        Random random = new Random(42);
        return Stream.generate(() -> {
                    StringBuilder out = new StringBuilder(prefix);
                    for (int left = random.nextInt(14); left > 0; left--) {
                        out.append(alphabet.charAt(random.nextInt(alphabet.length())));
                    }
                    return out.toString();
                })
                .limit(MANY);
    }
}
