// SPDX-License-Identifier: Apache-2.0
package dev.longrun.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The list of classes for the class-data archive has nearly all that a run loads; it is written down, as no two runs
 * load the same.
 */
class ClassListIT {
    private static final double ENOUGH = 0.97;

    @TempDir
    private Path folder;

    @Test
    void theDemoLoadsFewClassesThatAreNotListed() throws Exception {
        Unpacked unpacked = Unpacked.linuxX64(folder);
        Path raw = folder.resolve("raw");
        Ran.run(
                folder,
                Map.of(),
                unpacked.file("runtime/bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:off",
                "-XX:DumpLoadedClassList=" + raw,
                "-jar",
                unpacked.file("lib/lro.jar").toString(),
                "demo");
        Set<String> loaded = classes(raw);
        Path renewed = Unpacked.TARGET.resolve("lro.classlist");
        Files.write(renewed, loaded);
        Set<String> listed = classes(unpacked.file("lib/lro.classlist"));
        Set<String> both = new HashSet<>(loaded);
        both.retainAll(listed);

        assertThat((double) both.size() / loaded.size())
                .as("share of the loaded classes that distribution/src/main/classlist/lro.classlist has; renew it: cp "
                        + renewed + " distribution/src/main/classlist/lro.classlist")
                .isGreaterThan(ENOUGH);
    }

    /**
     * Classes of the built-in loaders and forms of lambdas, without what the list says of lambdas and constants by
     * class.
     */
    private static TreeSet<String> classes(Path list) throws IOException {
        try (Stream<String> lines = Files.lines(list)) {
            List<String> names = lines.filter(line -> !line.startsWith("#"))
                    .filter(line -> !line.startsWith("@") || line.startsWith("@lambda-form-invoker"))
                    .filter(line -> !line.contains(" source: "))
                    .map(line -> line.replaceFirst(" id: .*", ""))
                    .toList();
            return new TreeSet<>(names);
        }
    }
}
