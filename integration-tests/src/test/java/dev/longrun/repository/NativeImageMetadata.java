// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What one of our jars tells the builder of a native image, and what is in that jar.
 *
 * @param classes the directory that becomes the jar
 * @param resources the globs
 * @param types by name, what may be done with them by reflection
 */
record NativeImageMetadata(Path classes, List<String> resources, Map<String, JsonNode> types) {
    private static final Path FOLDER = Path.of("META-INF/native-image/dev.longrun");
    private static final List<Path> OF_THE_BUILD = List.of(
            Path.of("META-INF/native-image"),
            Path.of("META-INF/maven"),
            Path.of("META-INF/LICENSE"),
            Path.of("META-INF/MANIFEST.MF"));

    /** @param module the directory of a module that has been compiled, such as {@code services/filestore} */
    static NativeImageMetadata of(Path module) {
        Path classes = Repository.ROOT.resolve(module).resolve("target/classes");
        Path file = classes.resolve(FOLDER).resolve(artifact(module)).resolve("reachability-metadata.json");
        JsonNode json =
                Files.exists(file) ? read(file) : JsonMapper.builder().build().createObjectNode();
        return new NativeImageMetadata(
                classes,
                elements(json.path("resources"))
                        .map(resource -> resource.path("glob").asText())
                        .toList(),
                elements(json.path("reflection"))
                        .collect(toMap(type -> type.path("type").asText(), type -> type)));
    }

    private static String artifact(Path module) {
        String pom = Repository.read(module.resolve("pom.xml"));
        return pom.replaceFirst("(?s).*?</parent>\\s*<artifactId>(.*?)</artifactId>.*", "$1");
    }

    private static JsonNode read(Path file) {
        try {
            return JsonMapper.builder().build().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** The files of the jar that a program can load as resources. */
    List<String> resourceFiles() {
        return files().filter(path -> !path.toString().endsWith(".class")
                        && OF_THE_BUILD.stream().noneMatch(path::startsWith))
                .map(path -> path.toString().replace('\\', '/'))
                .toList();
    }

    /** The names of all classes of the jar. */
    List<String> classNames() {
        return files().map(Path::toString)
                .filter(path -> path.endsWith(".class") && !path.equals("module-info.class"))
                .map(path ->
                        path.substring(0, path.length() - ".class".length()).replace('/', '.'))
                .toList();
    }

    private Stream<Path> files() {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(Files::isRegularFile).map(classes::relativize).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The classes that the service files of the jar name. */
    List<String> providers() {
        return resourceFiles().stream()
                .filter(file -> file.startsWith("META-INF/services/"))
                .flatMap(file -> Repository.read(classes.resolve(file)).lines())
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
