// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The comparison with a released version looks at all that is exported to everybody, and at nothing else. */
class ReleasedApiTest {
    private static final Pattern EXCLUDED = Pattern.compile("<exclude>(dev\\.longrun[\\w.]*)</exclude>");

    @Test
    void whatIsNotExportedIsLeftOut() throws IOException {
        Set<String> unexported = new TreeSet<>();
        for (MavenModule published : MavenModule.published()) {
            try (CompiledModule module = new CompiledModule(published)) {
                Set<String> packages = module.packages();
                packages.removeAll(module.exportedPackages());
                unexported.addAll(packages);
            }
        }
        Set<String> excluded = EXCLUDED.matcher(Repository.read(Path.of("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(excluded).isEqualTo(unexported);
    }
}
