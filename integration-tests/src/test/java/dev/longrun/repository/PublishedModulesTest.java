// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.repository.MavenModule.Dependency;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A module is published only together with all that users and the build need to know of it. */
class PublishedModulesTest {
    private static final String GROUP = "dev.longrun";
    private static final Pattern TABLE = Pattern.compile("(?s)\n## Modules\n\n(.*?)\n\n");
    private static final Pattern NAME = Pattern.compile("`((?:longrun)?-[\\w-]+)`");

    private final Set<String> published = artifacts(MavenModule.published().stream());

    @Test
    void allAreInTheBom() {
        List<String> managed = MavenModule.in(Path.of("bom")).managed().stream()
                .map(Dependency::artifactId)
                .toList();
        assertThat(managed).containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void noOtherPomRepeatsTheBom() {
        assertThat(Stream.concat(Stream.of(MavenModule.in(Path.of(""))), MavenModule.ofTheBuild().stream())
                        .filter(module -> !module.directory().equals(Path.of("bom")))
                        .flatMap(module -> module.managed().stream())
                        .filter(managed -> managed.groupId().equals(GROUP))
                        .map(Dependency::artifactId))
                .containsOnly("longrun-bom");
    }

    @Test
    void allAreInTheTableOfTheReadme() {
        Set<String> named = TABLE.matcher(Repository.read(Path.of("README.md")))
                .results()
                .flatMap(table -> table.group(1).lines())
                .flatMap(row -> NAME.matcher(row.split("\\|")[1]).results())
                .map(name -> name.group(1).replaceFirst("^-", "longrun-"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = new TreeSet<>(published);
        expected.add("longrun-bom");
        assertThat(named).isEqualTo(expected);
    }

    @Test
    void allAreUsedByAProjectOutsideOfTheBuild() {
        Set<String> used = MavenModule.outside().stream()
                .flatMap(project -> project.dependencies().stream())
                .filter(dependency -> dependency.groupId().equals(GROUP))
                .map(Dependency::artifactId)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(used).isEqualTo(published);
    }

    @Test
    void allAreBuiltBeforeTheirApiIsCompared() {
        List<String> order =
                MavenModule.ofTheBuild().stream().map(MavenModule::artifactId).toList();
        assertThat(order.subList(0, order.indexOf("longrun-integration-tests"))).containsAll(published);
    }

    @Test
    void theBuildHasAllModules() {
        Stream<MavenModule> built = Stream.of(MavenModule.ofTheBuild(), MavenModule.ofProfiles(), MavenModule.outside())
                .flatMap(List::stream);
        assertThat(Repository.poms())
                .filteredOn(pom -> !pom.equals(Path.of("pom.xml")))
                .containsExactlyInAnyOrderElementsOf(
                        built.map(module -> module.directory().resolve("pom.xml"))
                                .toList());
    }

    private static Set<String> artifacts(Stream<MavenModule> modules) {
        return modules.map(MavenModule::artifactId).collect(Collectors.toCollection(TreeSet::new));
    }
}
