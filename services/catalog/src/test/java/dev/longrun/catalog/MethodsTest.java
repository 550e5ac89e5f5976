// SPDX-License-Identifier: Apache-2.0
package dev.longrun.catalog;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.binding.HttpRule;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.ServiceDefinition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalog has every method that {@code methods.txt} lists, with its source. Newer sources may have more. */
class MethodsTest {
    private static final String FACTS = "methods.txt";

    @Test
    void noneIsMissing() throws IOException {
        Set<String> known =
                CatalogTest.definitions().flatMap(MethodsTest::described).collect(Collectors.toSet());
        List<String> missing =
                facts().stream().filter(fact -> !known.contains(fact)).toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void bothSourcesAreListed() throws IOException {
        assertThat(facts()).hasSize(2458).doesNotHaveDuplicates();
    }

    private static Stream<String> described(ServiceDefinition definition) {
        return Stream.of(ApiMethod.values())
                .flatMap(rpc -> definition.rules(rpc).stream().map(rule -> described(definition, rpc, rule)));
    }

    private static String described(ServiceDefinition definition, ApiMethod rpc, HttpRule rule) {
        String path =
                rule.template().toString().replaceAll("\\{\\w+=([^{}]+)}", "$1").replaceAll("\\{\\w+}", "*");
        return String.join(
                " ",
                definition.shortName(),
                definition.version(),
                rpc.label(),
                rule.method().name(),
                path,
                rule.source().name().toLowerCase(Locale.ROOT));
    }

    /** A line of several versions is a fact for each. */
    private static List<String> facts() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                requireNonNull(MethodsTest.class.getResourceAsStream(FACTS), FACTS), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 3))
                    .flatMap(words -> Stream.of(words[1].split(","))
                            .map(version -> words[0] + ' ' + version + ' ' + words[2].replace("{version}", version)))
                    .toList();
        }
    }
}
