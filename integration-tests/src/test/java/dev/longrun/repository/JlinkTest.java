// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.longrun.repository.FirstProgram.Output;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.time.TimeSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/RUNTIMES.md, with the JDK that runs these tests. */
@Timeout(300)
class JlinkTest {
    private static final Path JDK = Path.of(System.getProperty("java.home"));
    private static final Path DOCUMENT = Path.of("docs/RUNTIMES.md");
    private static final Pattern LINK = Pattern.compile("(?m)^jlink (.*)$");
    private static final Pattern MODULES = Pattern.compile("--add-modules (\\S+)");
    private static final String NAME = "projects/acme/locations/us-central1/operations/operation-17";

    @TempDir
    static Path directory;

    private static final FakeOperationsServer SERVER =
            FakeOperationsServer.start(TimeSource.system(), List.of(LoadedClassesProgram.FILE), 0);

    @BeforeAll
    static void link() throws Exception {
        Output output = jlink(documented(LINK).split(" "));
        assertThat(output.stdout() + output.stderr()).isEmpty();
        assertThat(directory.resolve("runtime/bin/java")).isExecutable();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void theProgramRunsOnTheLinkedRuntime() throws Exception {
        assertThat(documentedModules()).isEqualTo(modulesOfTheRuntime());
        Output output = run("OperationsClient.builder().withoutCredentials().build()", Map.of());
        assertThat(output.stderr()).isEmpty();
        assertThat(output.stdout()).startsWith(NAME + ": cancelled");
    }

    @Test
    void theProgramFetchesTokensOnTheLinkedRuntime() throws Exception {
        HttpServer tokens = FirstProgramTest.tokenServer();
        try {
            Path key = Files.writeString(directory.resolve("key.json"), FirstProgramTest.serviceAccount(tokens));
            Output output = run(
                    "OperationsClient.builder().credentialsOverLoopback(true).build()",
                    Map.of("GOOGLE_APPLICATION_CREDENTIALS", key.toString()));
            assertThat(output.stderr()).isEmpty();
            assertThat(output.stdout()).startsWith(NAME + ": cancelled");
        } finally {
            tokens.stop(0);
        }
    }

    @Test
    void jlinkRefusesTheJarsAsModules() throws Exception {
        String modulePath = new FirstProgram(directory).classPath();
        Output output =
                jlink("--module-path", modulePath, "--add-modules", "dev.longrun.filestore", "--output", "refused");
        assertThat(output.stdout() + output.stderr()).contains("automatic module cannot be used with jlink: ");
    }

    @Test
    void theModulesAreThoseOfTheDistribution() {
        Path source = Path.of("distribution/src/main/java/dev/longrun/distribution/RuntimeModules.java");
        List<String> distributed = Pattern.compile("\"([a-z.]+)\"")
                .matcher(Repository.read(source))
                .results()
                .map(module -> module.group(1))
                .filter(module -> !module.equals("jdk.zipfs")) // of the command alone
                .toList();
        assertThat(documentedModules()).containsExactlyElementsOf(distributed);
        assertThat(Repository.read(DOCUMENT))
                .contains(distributed.stream()
                        .map(module -> "| `" + module + "` |")
                        .toList());
    }

    private static List<String> documentedModules() {
        Matcher modules = MODULES.matcher(documented(LINK));
        assertThat(modules.find()).isTrue();
        return List.of(modules.group(1).split(","));
    }

    /** Those that the runtime lists, which has also those that they require. */
    private static List<String> modulesOfTheRuntime() throws Exception {
        Output output = execute(Map.of(), directory.resolve("runtime/bin/java").toString(), "--list-modules");
        List<String> linked = output.stdout()
                .lines()
                .map(line -> line.replaceFirst("@.*", ""))
                .toList();
        return documentedModules().stream().filter(linked::contains).toList();
    }

    private static Output run(String client, Map<String, String> environment) throws Exception {
        SERVER.operation(NAME).cancelsAfter(Duration.ZERO);
        FirstProgram program = new FirstProgram(directory).compile(client);
        Map<String, String> all = new HashMap<>(environment);
        all.put("LONGRUN_ENDPOINT", SERVER.url());
        return execute(all, directory.resolve("runtime/bin/java").toString(), "-cp", program.classPath(), "First");
    }

    private static Output jlink(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(JDK.resolve("bin/jlink").toString()));
        command.addAll(Arrays.asList(arguments));
        return execute(Map.of(), command.toArray(String[]::new));
    }

    private static Output execute(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        File stdout = directory.resolve("out").toFile();
        File stderr = directory.resolve("err").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(stdout)
                .redirectError(stderr);
        builder.environment().putAll(environment);
        builder.start().waitFor();
        return new Output(Files.readString(stdout.toPath()), Files.readString(stderr.toPath()));
    }

    private static String documented(Pattern pattern) {
        Matcher matcher = pattern.matcher(Repository.read(DOCUMENT));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
