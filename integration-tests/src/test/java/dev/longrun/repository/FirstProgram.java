// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The first program of the README as a project has it that depends on {@code longrun-filestore} and on nothing else.
 *
 * @param directory for the compiled program and its output
 */
record FirstProgram(Path directory) {
    private static final String NAME = "First";
    private static final Path CLASS_PATH = Path.of("services/filestore/target/class-path");
    private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    /** What a program printed. */
    record Output(String stdout, String stderr) {}

    /** The run-time dependencies of {@code longrun-filestore}, as the build of that module wrote them down. */
    static List<Path> dependencies() {
        assertThat(Repository.ROOT.resolve(CLASS_PATH))
                .as("written by mvn -B process-classes -pl services/filestore -am")
                .exists();
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(Repository.read(CLASS_PATH).strip())
                .map(Path::of)
                .toList();
    }

    /**
     * Compiles it; any warning is an error.
     *
     * @param client takes the place of {@code OperationsClient.create()}
     */
    FirstProgram compile(String client) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        Path source = Files.writeString(directory.resolve(NAME + ".java"), source(client));
        List<String> options =
                List.of("-proc:none", "-Xlint:all", "-Werror", "-d", directory.toString(), "-cp", classPath());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
        return this;
    }

    private static String source(String client) {
        Matcher code = CODE.matcher(Repository.read(Path.of("README.md")));
        assertThat(code.find()).isTrue();
        return """
                import com.google.auth.oauth2.GoogleCredentials;
                import dev.longrun.OperationsClient;
                import dev.longrun.cancel.CancelOutcome;
                import dev.longrun.filestore.v1.Filestore;

                final class First {
                    private First() {}

                    public static void main(String[] arguments) {
                        %s
                    }
                }

                final class Another {
                    private Another() {}

                    static OperationsClient with(GoogleCredentials credentials) {
                        return OperationsClient.builder().credentials(credentials).build();
                    }
                }
                """.formatted(code.group(1).replace("OperationsClient.create()", client));
    }

    Output run(Map<String, String> environment, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto"));
        command.addAll(List.of(options));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath(), NAME));
        Path stdout = directory.resolve("stdout");
        Path stderr = directory.resolve("stderr");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(stdout.toFile()).redirectError(stderr.toFile());
        builder.environment().putAll(environment);
        builder.start().waitFor();
        return new Output(Files.readString(stdout), Files.readString(stderr));
    }

    String classPath() {
        List<String> entries =
                new ArrayList<>(List.of(directory.toString(), service().toString()));
        dependencies().forEach(path -> entries.add(path.toString()));
        return String.join(File.pathSeparator, entries);
    }

    private static Path service() {
        return Repository.ROOT.resolve("services/filestore/target/classes");
    }
}
