// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.repository.MavenModule.Dependency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The class path of an application that has the core and some library grows by one name with the module that bridges
 * the two. All that a module brings comes from what it names itself, so what it names is what is looked at.
 */
class BridgedLibrariesTest {
    private static final String GROUP = "dev.longrun";
    private static final Set<String> BROUGHT = Set.of("compile", "runtime");

    /** What each module may name besides Longrun: the group of the library that it bridges. */
    private static final Map<String, Set<String>> LIBRARIES = Map.of(
            "longrun-gax", Set.of("com.google.api"),
            "longrun-google-api-client", Set.of("com.google.api-client"),
            "longrun-jackson3", Set.of("tools.jackson.core"),
            "longrun-kotlin", Set.of("org.jetbrains.kotlin", "org.jetbrains.kotlinx"),
            "longrun-micrometer", Set.of("io.micrometer"),
            "longrun-opentelemetry", Set.of("io.opentelemetry"),
            "longrun-spring-boot-starter", Set.of("org.springframework.boot"),
            "longrun-testkit", Set.of("com.squareup.okhttp3"));

    static Stream<String> modules() {
        return MavenModule.published().stream().map(MavenModule::artifactId).filter(id -> !id.equals("longrun-core"));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleBringsOnlyTheLibraryThatItBridges(String artifactId) {
        assertThat(brought(artifactId).map(Dependency::groupId).filter(group -> !group.equals(GROUP)))
                .as("groups of libraries that %s brings; say in this test which one it bridges", artifactId)
                .isSubsetOf(LIBRARIES.getOrDefault(artifactId, Set.of()));
    }

    @Test
    void theCoreBringsNoOtherModule() {
        assertThat(brought("longrun-core").filter(brought -> brought.groupId().equals(GROUP)))
                .isEmpty();
    }

    private static Stream<Dependency> brought(String artifactId) {
        List<MavenModule> found = MavenModule.published().stream()
                .filter(module -> module.artifactId().equals(artifactId))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0).dependencies().stream()
                .filter(dependency -> BROUGHT.contains(dependency.scope()) && !dependency.optional());
    }
}
