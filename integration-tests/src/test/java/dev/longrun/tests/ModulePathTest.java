// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The other tests run on the class path; here a Java of its own has the library and all it needs on the module path.
 */
class ModulePathTest {
    private static final String MODULE_PATH = System.getProperty("longrun.module-path", "");

    @Test
    void cancelsFromNamedModules() throws IOException, InterruptedException {
        assertThat(java(
                        "--add-modules=dev.longrun.testkit,dev.longrun.googleapiclient",
                        "--class-path=" + testClasses(),
                        program()))
                .contains(
                        "cancelled",
                        "UserCredentials: getting an access token failed: the token server said HTTP 404",
                        "module dev.longrun.core",
                        "module dev.longrun.testkit",
                        "module dev.longrun.googleapiclient");
    }

    @Test
    void noTwoModulesShareAPackage() throws IOException, InterruptedException {
        assertThat(java("--validate-modules")).doesNotContain("conflicts");
    }

    private static String program() {
        return ModulePathProgram.class.getName();
    }

    private static Path testClasses() {
        return Path.of(ModulePathProgram.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }

    private static String java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--module-path=" + MODULE_PATH);
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
