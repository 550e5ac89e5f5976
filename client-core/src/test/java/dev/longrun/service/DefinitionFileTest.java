// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.error.ConfigurationException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionFileTest {
    private static final String LAB =
            "service lab.example.com\naliases lab\nversions v1\nnames\n  racks/*/operations/*  get list cancel\n";

    @TempDir
    Path directory;

    @Test
    void definesServices() throws IOException {
        ServiceRegistry registry = ServiceRegistry.of(() -> Services.TABLE).withDefinitions(read(LAB, UTF_8));
        OperationName name = registry.operation("lab", "racks/r/operations/o");
        assertThat(name.url()).isEqualTo("https://lab.example.com/v1/racks/r/operations/o");
        assertThat(name.isCancelDocumented()).isTrue();
    }

    @Test
    void mayBeginWithAByteOrderMark() throws IOException {
        assertThat(read("\uFEFF" + LAB.replace("\n", "\r\n"), UTF_8).services()).containsExactly("lab.example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "'service lab.example.com;versions v1;names;x/* stop', 4, unknown rpc \"stop\"",
        "'service lab.example.com;versions v1;rules;get GET /v1/{name=a', 4, template",
        "'service lab.example.com;names', 2, names must come after versions",
        "'service ok.example.com;versions v1;service lab.example.com', 3, has no versions",
        "'# services;\u202e', 2, a table must begin with a service; got \"\\u202e\"",
    })
    void isReadToItsEndAtOnce(String lines, int line, String mistake) {
        assertThatThrownBy(() -> read(lines.replace(';', '\n'), UTF_8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(directory.resolve("lab.services") + ":" + line + ": ")
                .hasMessageContaining(mistake);
    }

    @Test
    void mustHaveAService() {
        assertThatThrownBy(() -> read("# nothing yet\n", UTF_8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("services file " + directory.resolve("lab.services")
                        + ": a table must begin with a service, such as service lab.example.com; got none");
    }

    @Test
    void mustNotBeLarge() {
        assertThatThrownBy(() -> read(LAB + "#".repeat(1 << 20), UTF_8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("lab.services: may have 1048576 bytes at most, and has more");
    }

    @Test
    void mustBeText() {
        assertThatThrownBy(() -> read(LAB + "# \u00e9", ISO_8859_1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("lab.services: must be text in UTF-8, and is not");
    }

    @Test
    void isNamedWhereItCannotBeRead() {
        assertThatThrownBy(() -> ServiceTable.file(directory.resolve("none")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("services file " + directory.resolve("none") + ": there is no such file");
        assertThatThrownBy(() -> ServiceTable.file(directory))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("services file " + directory + ": cannot be read: ");
    }

    private ServiceTable read(String text, Charset charset) throws IOException {
        return ServiceTable.file(Files.writeString(directory.resolve("lab.services"), text, charset));
    }
}
