// SPDX-License-Identifier: Apache-2.0
package dev.longrun.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package for Debian, as dpkg reads and unpacks it. */
class DebianPackageIT {
    private static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/bin:/bin");

    private final String file =
            Unpacked.TARGET.resolve("lro_" + Unpacked.VERSION + "_amd64.deb").toString();

    @Test
    void isOnePackageForThisArchitecture(@TempDir Path folder) throws Exception {
        Ran fields = Ran.run(folder, ENVIRONMENT, "dpkg-deb", "--field", file, "Package", "Architecture", "Version");
        assertThat(fields.exit()).as(fields.err()).isZero();
        assertThat(fields.out())
                .contains("Package: lro\n", "Architecture: amd64\n")
                .doesNotContain("[[");
    }

    @Test
    void runsWhereItIsUnpacked(@TempDir Path folder) throws Exception {
        Ran unpack = Ran.run(folder, ENVIRONMENT, "dpkg-deb", "--extract", file, folder.toString());
        assertThat(unpack).isEqualTo(new Ran(0, "", ""));

        Ran demo = Ran.run(folder, ENVIRONMENT, folder.resolve("usr/bin/lro").toString(), "demo");
        assertThat(demo.exit()).as(demo.err()).isZero();
        assertThat(demo.out()).contains("CANCELLED");
        assertThat(folder.resolve("usr/share/man/man1/lro-cancel.1")).isRegularFile();
        assertThat(folder.resolve("usr/share/bash-completion/completions/lro")).isRegularFile();
        assertThat(folder.resolve("usr/share/zsh/vendor-completions/_lro")).isRegularFile();
        assertThat(folder.resolve("usr/share/fish/vendor_completions.d/lro.fish"))
                .isRegularFile();
        assertThat(folder.resolve("usr/share/doc/lro/copyright")).isRegularFile();
        assertThat(Files.isExecutable(folder.resolve("usr/lib/lro/runtime/bin/java")))
                .isTrue();
    }

    @Test
    void everythingBelongsToRoot(@TempDir Path folder) throws Exception {
        Ran contents = Ran.run(folder, ENVIRONMENT, "dpkg-deb", "--contents", file);
        assertThat(contents.out().lines())
                .isNotEmpty()
                .allMatch(line -> line.contains(" root/root ") || line.contains(" 0/0 "));
    }
}
