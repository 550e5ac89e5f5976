// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The page of the package says what is so. {@link ProblemDetailsTest} runs its controller. */
class StarterPageTest {

    @Test
    void exampleIsCompiled() throws IOException {
        assertThat(source("test", "CancelController.java"))
                .endsWith(block("<pre>{@code\n", "}</pre>").strip() + "\n");
    }

    @Test
    void propertiesAreKnown() throws IOException {
        String[] properties = block("<pre>\n", "</pre>").strip().split("\n");
        assertThat(properties).hasSizeGreaterThan(2);
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(LongrunAutoConfiguration.class))
                .withPropertyValues(properties)
                .run(started -> assertThat(started).hasNotFailed());
    }

    @Test
    void editorsHaveADescriptionAndADefaultForEachProperty() throws IOException {
        var metadata = new tools.jackson.databind.json.JsonMapper()
                .readTree(Path.of("target", "classes", "META-INF", "spring-configuration-metadata.json"));
        assertThat(metadata.get("properties")).hasSizeGreaterThan(25).allSatisfy(property -> {
            assertThat(property.path("description").asString(""))
                    .as("%s", property)
                    .endsWith(".")
                    .doesNotContain("{@");
            boolean hasDefault = property.has("defaultValue")
                    || property.get("type").asString().startsWith("java.util.")
                    || property.get("type").asString().equals("java.lang.String");
            assertThat(hasDefault).as("%s", property).isTrue();
        });
    }

    private static String block(String start, String end) throws IOException {
        String page = source("main", "package-info.java");
        int from = page.indexOf(start) + start.length();
        return page.substring(from, page.indexOf(end, from)).replaceAll("(?m)^ \\* ?", "");
    }

    private static String source(String folder, String file) throws IOException {
        return Files.readString(Path.of("src", folder, "java", "dev", "longrun", "springboot", file));
    }
}
