// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.time.TimeSource;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * A native image of our jars has what they load by name: checked on the JVM, by what is in them and by what they load.
 */
@Timeout(120)
class NativeImageMetadataTest {
    private static final Path CLI = Path.of("cli");
    static final List<Path> MODULES = Stream.of(
                    "client-core",
                    "testkit",
                    "interop/google-api-client",
                    "services/aiplatform",
                    "services/catalog",
                    "services/compute",
                    "services/container",
                    "services/dataplex",
                    "services/dialogflow-cx",
                    "services/discoveryengine",
                    "services/filestore",
                    "services/sqladmin",
                    "cli")
            .map(Path::of)
            .toList();

    private static final Set<String> KEYS =
            Set.of("type", "methods", "allDeclaredConstructors", "allDeclaredMethods", "allDeclaredFields");
    private static final Pattern REFLECTION = Pattern.compile(
            "java\\.lang\\.reflect\\.(?!Type)|Class\\.forName\\(|\\.getDeclared[A-Z]\\w*\\(|\\.newInstance\\(|MethodHandles\\.");
    private static final String NAME = "projects/acme/locations/us-central1/operations/operation-17";

    @TempDir
    Path directory;

    @ParameterizedTest
    @FieldSource("MODULES")
    void listsExactlyTheResourcesOfTheJar(Path module) {
        NativeImageMetadata metadata = NativeImageMetadata.of(module);
        assertThat(metadata.resources()).containsExactlyInAnyOrderElementsOf(metadata.resourceFiles());
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void listsTheProvidersOfServices(Path module) {
        NativeImageMetadata metadata = NativeImageMetadata.of(module);
        assertThat(metadata.types().keySet()).containsAll(metadata.providers());
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void namesOnlyClassesAndMethodsThatExist(Path module) throws ReflectiveOperationException {
        NativeImageMetadata metadata = NativeImageMetadata.of(module);
        assertThat(metadata.classNames()).containsAll(metadata.types().keySet());
        for (Map.Entry<String, JsonNode> each : metadata.types().entrySet()) {
            assertThat(each.getValue().fieldNames()).toIterable().isSubsetOf(KEYS);
            for (JsonNode method : each.getValue().path("methods")) {
                assertThat(method.toString()).isEqualTo("{\"name\":\"<init>\",\"parameterTypes\":[]}");
                assertThat(load(each.getKey()).getDeclaredConstructor()).isNotNull();
            }
        }
    }

    @Test
    void listsExactlyTheClassesThatPicocliReads() {
        NativeImageMetadata metadata = NativeImageMetadata.of(CLI);
        Set<String> needed = new TreeSet<>();
        metadata.classNames().forEach(name -> addNeeded(load(name), needed));
        assertThat(metadata.types().keySet())
                .as("the types of cli/src/main/resources/META-INF/native-image")
                .containsExactlyInAnyOrderElementsOf(needed);
        assertThat(metadata.types().values())
                .allMatch(type -> type.path("allDeclaredConstructors").asBoolean()
                        && type.path("allDeclaredMethods").asBoolean()
                        && type.path("allDeclaredFields").asBoolean());
    }

    /** A class with an annotation of picocli, and the classes that such annotations name. */
    private static void addNeeded(Class<?> type, Set<String> needed) {
        Stream<AnnotatedElement> elements = Stream.of(
                        Stream.of(type),
                        Arrays.stream(type.getDeclaredFields()),
                        Arrays.stream(type.getDeclaredMethods()),
                        Arrays.stream(type.getDeclaredMethods())
                                .flatMap(method -> Arrays.stream(method.getParameters())),
                        Arrays.stream(type.getDeclaredConstructors()))
                .flatMap(elementsOfKind -> elementsOfKind);
        elements.flatMap(element -> Arrays.stream(element.getDeclaredAnnotations()))
                .filter(annotation -> annotation.annotationType().getName().startsWith("picocli."))
                .forEach(annotation -> {
                    needed.add(type.getName());
                    named(annotation)
                            .map(Class::getName)
                            .filter(name -> name.startsWith("dev.longrun."))
                            .forEach(needed::add);
                });
    }

    private static Stream<Class<?>> named(Annotation annotation) {
        return Arrays.stream(annotation.annotationType().getDeclaredMethods())
                .map(member -> value(annotation, member))
                .flatMap(value -> value instanceof Class<?> one
                        ? Stream.of(one)
                        : value instanceof Class<?>[] many ? Arrays.stream(many) : Stream.of());
    }

    private static Object value(Annotation annotation, Method member) {
        try {
            member.setAccessible(true);
            return member.invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void ourOwnCodeUsesNoReflection() {
        assertThat(Repository.mainSources().stream()
                        .filter(path -> MODULES.stream().anyMatch(path::startsWith))
                        .filter(path ->
                                REFLECTION.matcher(Repository.read(path)).find()))
                .as("sources with reflection, for which the metadata would need types")
                .isEmpty();
    }

    @Test
    void coversWhatTheFirstProgramLoads() throws Exception {
        try (FakeOperationsServer server =
                FakeOperationsServer.start(TimeSource.system(), List.of(LoadedClassesProgram.FILE), 0)) {
            server.operation(NAME).cancelsAfter(Duration.ZERO);
            FirstProgram program =
                    new FirstProgram(directory).compile("OperationsClient.builder().withoutCredentials().build()");
            Path record = record(program.classPath(), Map.of("LONGRUN_ENDPOINT", server.url()), "First");
            assertThat(Files.readString(directory.resolve("stdout"))).startsWith(NAME + ": cancelled");
            assertCovered(record, "dev/longrun/filestore/filestore.table", "dev/longrun/version.properties");
        }
    }

    @Test
    void coversWhatTheDemonstrationLoads() throws Exception {
        String report = directory.resolve("report.html").toString();
        try (FakeOperationsServer server = FakeOperationsServer.start()) {
            Path record = record(
                    System.getProperty("java.class.path"),
                    Map.of("LONGRUN_ENDPOINT", server.url()),
                    "dev.longrun.cli.Lro",
                    "cancel",
                    "//file.googleapis.com/projects/p/locations/l/operations/cancels-0-a",
                    "--report",
                    report);
            assertThat(Path.of(report)).exists();
            assertCovered(
                    record,
                    "dev/longrun/catalog/catalog.table",
                    "META-INF/services/dev.longrun.service.ServiceProvider",
                    "dev/longrun/cli/report/page.html");
        }
    }

    private Path record(String classPath, Map<String, String> environment, String... program)
            throws IOException, InterruptedException {
        Path record = directory.resolve("record");
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Repository.ROOT.resolve("integration-tests/target/test-classes").toString(),
                RecordedProgram.class.getName(),
                record.toString(),
                classPath);
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(java, Arrays.stream(program)).toList())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("stdout").toFile());
        builder.environment().putAll(environment);
        builder.start().waitFor();
        return record;
    }

    /** Each line of a record is the URL of a resource in a jar or a directory. */
    private static void assertCovered(Path record, String... loaded) throws IOException {
        List<String> lines = Files.readAllLines(record);
        assertThat(lines).allMatch(line -> URI.create(line).isAbsolute());
        for (String name : loaded) {
            assertThat(lines).anyMatch(line -> line.endsWith("/" + name));
        }
        List<String> covered = MODULES.stream()
                .flatMap(module -> NativeImageMetadata.of(module).resources().stream())
                .toList();
        assertThat(lines.stream().filter(line -> line.contains("/dev/longrun/") || line.contains("dev.longrun.")))
                .allMatch(line -> covered.stream().anyMatch(name -> line.endsWith("/" + name)));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, NativeImageMetadataTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
