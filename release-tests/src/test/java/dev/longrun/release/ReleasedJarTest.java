// SPDX-License-Identifier: Apache-2.0
package dev.longrun.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Each published jar, with the jars of its sources and its documentation. */
@ParameterizedClass
@MethodSource("dev.longrun.release.ReleasedArtifact#withJars")
class ReleasedJarTest {
    private static final String LICENCE = "META-INF/LICENSE";
    private static final String DESCRIPTOR = "module-info.class";

    private final ReleasedArtifact artifact;
    private final OpenedJar jar;

    ReleasedJarTest(ReleasedArtifact artifact) throws IOException {
        this.artifact = artifact;
        this.jar = OpenedJar.of(artifact.jar());
    }

    @Test
    void theManifestSaysWhatItIs() {
        Attributes attributes = jar.manifest().getMainAttributes();
        assertThat(attributes.getValue("Implementation-Title")).startsWith("Longrun");
        assertThat(attributes.getValue("Implementation-Version")).isEqualTo(artifact.version());
        assertThat(attributes.keySet()).doesNotContain(new Attributes.Name("Implementation-Vendor"));
    }

    @Test
    void itIsANamedModule() throws IOException {
        String name = jar.manifest().getMainAttributes().getValue("Automatic-Module-Name");
        if (name == null) {
            assertThat(jar.names()).contains(DESCRIPTOR);
            name = descriptor().name();
        }
        assertThat(name).startsWith("dev.longrun.");
    }

    @Test
    void theLicenceIsInIt() throws IOException {
        assertThat(jar.names()).contains(LICENCE);
        assertThat(jar.text(LICENCE)).contains("Apache License");
        assertThat(OpenedJar.of(artifact.sources()).text(LICENCE)).isEqualTo(jar.text(LICENCE));
    }

    /** So that no notice of others is needed. */
    @Test
    void allClassesAreOurs() {
        assertThat(jar.packages()).isNotEmpty().allMatch(name -> (name + '/').startsWith("dev/longrun/"));
    }

    @Test
    void theSourcesOfAllPackagesAreBesideIt() throws IOException {
        assertThat(packagesWithSources(".java", ".kt")).containsAll(jar.packages());
    }

    /** Javadoc reads no Kotlin: the documentation of such a package is in its sources. */
    @Test
    void thePagesOfItsPackagesAreBesideIt() throws IOException {
        Set<String> pages = OpenedJar.of(artifact.documentation()).names();
        assertThat(pages).contains("index.html");
        Set<String> documented = exported();
        documented.retainAll(packagesWithSources(".java"));
        assertThat(documented)
                .allSatisfy(name -> assertThat(pages).anyMatch(page -> page.endsWith(name + "/package-summary.html")));
    }

    private Set<String> packagesWithSources(String... ends) throws IOException {
        return OpenedJar.of(artifact.sources()).names().stream()
                .filter(name -> Stream.of(ends).anyMatch(name::endsWith))
                .filter(name -> name.contains("/"))
                .map(name -> name.substring(0, name.lastIndexOf('/')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The packages that are exported to everybody, as paths. */
    private Set<String> exported() throws IOException {
        if (!jar.names().contains(DESCRIPTOR)) {
            return jar.packages();
        }
        return descriptor().exports().stream()
                .filter(export -> !export.isQualified())
                .map(export -> export.source().replace('.', '/'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private ModuleDescriptor descriptor() throws IOException {
        return ModuleDescriptor.read(new ByteArrayInputStream(jar.files().get(DESCRIPTOR)));
    }
}
