// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code shop} is a module with one of each kind, {@code kiosk} one of a service that is in the discovery documents
 * alone and has no metadata; {@code expected} is what must become of them, to be read as documentation.
 */
class GeneratorTest {
    @TempDir
    private Path output;

    @ParameterizedTest
    @ValueSource(strings = {"shop", "kiosk"})
    void writesWhatAPersonWouldHaveWritten(String module) throws IOException {
        generate(module);

        Map<String, String> expected = sources(resource("expected"), ".java.txt");
        expected.keySet().removeIf(file -> !file.startsWith("dev/" + module + '/'));
        assertThat(expected).isNotEmpty();
        Map<String, String> written = sources(output, ".java");
        assertThat(written.keySet()).containsAll(expected.keySet());
        expected.forEach((file, text) -> assertThat(written.get(file)).as(file).isEqualTo(text));
    }

    @Test
    void writesAFileForEachFormTypeAndMessage() throws IOException {
        generate("shop");

        assertThat(sources(output, ".java").keySet().stream().map(file -> file.replace("dev/shop/", "")))
                .containsExactlyInAnyOrder(
                        "ShopMetadata",
                        "StockMetadata",
                        "SaleMetadata",
                        "Problem",
                        "v1/Shop",
                        "v1/Step",
                        "v1/package-info",
                        "v1/ProjectName",
                        "v1/LocationName",
                        "v1/AisleName",
                        "v1/TillName",
                        "v1/ItemName",
                        "v1/AisleItemName",
                        "v1/ProjectItemName",
                        "v2/Shop",
                        "v2/Step",
                        "v2/package-info",
                        "v2/ProjectName",
                        "v2/LocationName");
    }

    @Test
    void writesNamesOfDiscoveryWhereTheProtosHaveNone() throws IOException {
        generate("kiosk");

        assertThat(sources(output, ".java").keySet().stream().map(file -> file.replace("dev/kiosk/", "")))
                .containsExactlyInAnyOrder(
                        "KioskOperation",
                        "Stage",
                        "v1/Kiosk",
                        "v1/Step",
                        "v1/package-info",
                        "v1/FolderName",
                        "v1/GlobalName",
                        "v1/LocationsName",
                        "v1/LocationsGlobalName",
                        "v1/ProjectName",
                        "v1/ProjectGlobalName");
    }

    @Test
    void leavesAloneWhatHasNotChanged() throws IOException {
        generate("shop");
        Path file = output.resolve("dev/shop/v1/Shop.java");
        FileTime longAgo = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(file, longAgo);

        generate("shop");

        assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
    }

    @Test
    void deletesWhatTheTablesNoLongerHave() throws IOException {
        Path left = Files.createDirectories(output.resolve("dev/shop/v0")).resolve("Shop.java");
        Files.writeString(left, "// of a version that is gone");

        generate("shop");

        assertThat(left).doesNotExist();
    }

    @Test
    void saysWhatItTakes() {
        assertThatThrownBy(() -> Generator.main(new String[] {"one"}))
                .hasMessage("expected MODULE_DIRECTORY OUTPUT_DIRECTORY; got [one]");
    }

    private void generate(String module) throws IOException {
        Generator.main(new String[] {resource(module).toString(), output.toString()});
    }

    /** By path without the suffix. */
    private static Map<String, String> sources(Path directory, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .collect(Collectors.toMap(
                            file -> directory
                                    .relativize(file)
                                    .toString()
                                    .replace('\\', '/')
                                    .replace(suffix, ""),
                            GeneratorTest::text,
                            (a, b) -> a,
                            TreeMap::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path resource(String name) {
        try {
            URI uri = GeneratorTest.class.getResource(name).toURI();
            return Path.of(uri);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
