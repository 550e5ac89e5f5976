// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The Kotlin blocks compile, each as a file of its own, where the module for Kotlin is in this checkout. */
@Timeout(300)
class KotlinBlocksTest {
    private static final String COMPILER = "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler";

    @TempDir
    Path directory;

    @Test
    void allBlocksCompile() throws Exception {
        List<FencedBlock> blocks = FencedBlock.all("kotlin");
        assertThat(blocks.isEmpty()).as("no block for %s", GuideModule.KOTLIN).isEqualTo(!GuideModule.KOTLIN.isHere());
        if (!blocks.isEmpty()) {
            assertThat(compile(blocks)).isEqualTo("OK");
        }
    }

    /** {@code OK}, or what the compiler says; the package of a file names its page and line. */
    private String compile(List<FencedBlock> blocks) throws IOException, ReflectiveOperationException {
        List<String> arguments = new ArrayList<>(List.of(
                "-no-stdlib",
                "-no-reflect",
                "-Werror",
                "-jvm-target",
                "17",
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                directory.resolve("classes").toString()));
        for (FencedBlock block : blocks) {
            String name = block.toString().replaceAll("\\W+", "_");
            Path file = directory.resolve(name + ".kt");
            arguments.add(Files.writeString(file, "package " + name + "; " + block.text())
                    .toString());
        }
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        Class<?> compiler = Class.forName(COMPILER);
        Object result = compiler.getMethod("exec", PrintStream.class, String[].class)
                .invoke(
                        compiler.getConstructor().newInstance(),
                        new PrintStream(messages, true, StandardCharsets.UTF_8),
                        arguments.toArray(String[]::new));
        return "OK".equals(String.valueOf(result)) ? "OK" : messages.toString(StandardCharsets.UTF_8);
    }
}
