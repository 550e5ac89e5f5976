// SPDX-License-Identifier: Apache-2.0
package dev.longrun.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The runtime has the modules of the JDK that the jars use. */
class RuntimeModulesIT {
    /** Jackson looks for annotations of beans there, and does without. */
    private static final Set<String> OPTIONAL = Set.of("java.desktop");

    @Test
    void jdepsFindsNoOthers() throws Exception {
        Path lib = Unpacked.TARGET.resolve("image/lib");
        List<String> words = new ArrayList<>(List.of(
                Unpacked.JAVA_HOME.resolve("bin/jdeps").toString(),
                "--ignore-missing-deps",
                "--multi-release",
                "17",
                "--module-path",
                lib.toString(),
                "-s"));
        try (Stream<Path> jars = Files.list(lib)) {
            jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .map(Path::toString)
                    .sorted()
                    .forEach(words::add);
        }
        Ran jdeps = Ran.run(lib, Map.of(), words.toArray(String[]::new));
        assertThat(jdeps.exit()).as(jdeps.out() + jdeps.err()).isZero();
        assertThat(jdeps.out()
                        .lines()
                        .flatMap(line -> Arrays.stream(line.split(" -> ")).skip(1))
                        .map(String::strip)
                        .filter(module -> module.startsWith("java.") || module.startsWith("jdk."))
                        .filter(module -> !OPTIONAL.contains(module))
                        .distinct())
                .isNotEmpty()
                .isSubsetOf(RuntimeModules.ALL);
    }
}
