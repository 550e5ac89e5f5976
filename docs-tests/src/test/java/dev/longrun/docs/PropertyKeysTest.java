// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The properties that pages show are properties of the starter for Spring Boot, or of Spring itself. */
class PropertyKeysTest {
    private static final List<String> OF_SPRING = List.of("spring.", "management.", "server.", "logging.");

    @Test
    void allKeysAreInTheMetadataOfTheStarter() {
        Set<String> known = StarterProperties.all().keySet();
        List<String> unknown = Stream.concat(
                        FencedBlock.all("properties").stream()
                                .flatMap(block -> PropertyKeys.ofProperties(block.text()).stream()),
                        FencedBlock.all("yaml").stream().flatMap(block -> PropertyKeys.ofYaml(block.text()).stream()))
                .filter(key -> OF_SPRING.stream().noneMatch(key::startsWith))
                .filter(key -> known.stream().noneMatch(each -> key.equals(each) || key.startsWith(each + ".")))
                .toList();
        assertThat(unknown).isEmpty();
    }

    @Test
    void keysOfYamlAreTheirPaths() {
        assertThat(PropertyKeys.ofYaml("""
                longrun:
                  endpoint: http://127.0.0.1:8080
                  cancel:
                    timeout: 2m
                  # a comment
                  rate-limit: 20
                server:
                  port: 0
                """))
                .containsExactly("longrun.endpoint", "longrun.cancel.timeout", "longrun.rate-limit", "server.port");
    }

    @Test
    void keysOfPropertiesAreBeforeTheEqualsSign() {
        assertThat(PropertyKeys.ofProperties("# a comment\nlongrun.endpoint=http://h:1\n\nlongrun.plaintext = true\n"))
                .containsExactly("longrun.endpoint", "longrun.plaintext");
    }
}
