// SPDX-License-Identifier: Apache-2.0
package dev.longrun.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A published pom stands alone: it names no parent, no repository, no test, and nothing that is not published. */
class ReleasedPomTest {
    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
    private static final Pattern OURS =
            Pattern.compile("<groupId>dev\\.longrun</groupId>\\s*<artifactId>([^<]+)</artifactId>");

    static Stream<ReleasedArtifact> all() {
        return ReleasedArtifact.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void standsAlone(ReleasedArtifact artifact) throws IOException {
        assertThat(Files.readString(artifact.pom()))
                .contains("<name>Longrun", "<description>", "<name>Apache-2.0</name>")
                .doesNotContain("<parent>", "<repositor", "<scope>test</scope>", "<profiles>");
    }

    @ParameterizedTest
    @MethodSource("dev.longrun.release.ReleasedArtifact#withJars")
    void eachDependencyHasItsVersion(ReleasedArtifact artifact) throws IOException {
        assertThat(DEPENDENCY.matcher(Files.readString(artifact.pom())).results())
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.group(1)).containsPattern("<version>\\d[^$<]*</version>"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void namesOnlyWhatIsPublished(ReleasedArtifact artifact) throws IOException {
        Set<String> published = ReleasedArtifact.all().map(ReleasedArtifact::id).collect(Collectors.toSet());
        assertThat(OURS.matcher(Files.readString(artifact.pom())).results().map(found -> found.group(1)))
                .isNotEmpty()
                .isSubsetOf(published);
    }
}
