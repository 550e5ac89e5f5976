// SPDX-License-Identifier: Apache-2.0
package dev.longrun.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.longrun.error.ConfigurationException;
import dev.longrun.journal.CancelJournal;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.service.ServiceTable;
import dev.longrun.sweep.OperationFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Journals, definition files and filters: each is read, or refused with a sentence. */
class FilesFuzzTest {
    private static final ServiceRegistry REGISTRY = ServiceRegistry.load();

    /** A journal that can be resumed can be resumed again, with the same names. */
    @FuzzTest(maxDuration = "60s")
    void journal(byte[] contents) throws IOException {
        Path file = Files.createTempFile("fuzz", ".jsonl");
        try {
            Files.write(file, contents);
            assertThat(remaining(file)).isEqualTo(remaining(file));
        } catch (ConfigurationException | IllegalArgumentException expected) {
            assertThat(expected.getMessage()).isNotBlank().doesNotContain("\u001b");
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String remaining(Path file) {
        try (CancelJournal journal = CancelJournal.resume(file, REGISTRY::service)) {
            return journal.remaining().toList().toString();
        }
    }

    @FuzzTest(maxDuration = "60s")
    void definitions(byte[] input) {
        String text = new String(input, UTF_8);
        try {
            ServiceTable table = ServiceTable.parse("fuzz", text);
            table.services().stream()
                    .flatMap(service -> table.definitions(service).stream())
                    .forEach(FilesFuzzTest::readAll);
        } catch (IllegalArgumentException expected) {
            assertThat(expected.getMessage()).isNotBlank();
        }
    }

    private static void readAll(ServiceDefinition definition) {
        assertThat(definition.defaultHost()).isNotBlank();
        for (ApiMethod rpc : ApiMethod.values()) {
            assertThat(definition.patterns(rpc)).isNotNull();
        }
    }

    @FuzzTest(maxDuration = "60s")
    void filter(byte[] input) {
        String text = new String(input, UTF_8);
        try {
            assertThat(OperationFilter.parse(text).describe()).isNotBlank();
        } catch (IllegalArgumentException expected) {
            assertThat(expected.getMessage()).isNotBlank().doesNotContain("\n").doesNotContain("\u001b");
        }
    }
}
