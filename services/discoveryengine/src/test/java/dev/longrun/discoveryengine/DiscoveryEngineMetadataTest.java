// SPDX-License-Identifier: Apache-2.0
package dev.longrun.discoveryengine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.discoveryengine.v1.DiscoveryEngine;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DiscoveryEngineMetadataTest {

    @Test
    void countsAreNumbersThoughTheyAreSentAsText() throws IOException {
        ImportDocumentsMetadata metadata = (ImportDocumentsMetadata)
                DiscoveryEngineMetadata.of(operation("import-documents")).orElseThrow();

        assertThat(metadata.successCount()).hasValue(9_007_199_254_740_993L);
        assertThat(metadata.failureCount()).hasValue(7);
        assertThat(metadata.totalCount()).isEmpty();
        assertThat(metadata.createTime()).contains(Instant.parse("2026-11-01T10:00:00.25Z"));
    }

    @Test
    void anOtherVersionsTypeIsTheSame() throws IOException {
        RecrawlUrisMetadata metadata = (RecrawlUrisMetadata)
                DiscoveryEngineMetadata.of(operation("recrawl-uris")).orElseThrow();

        assertThat(metadata.invalidUris()).containsExactly("https://a.example/", "https://b.example/");
        assertThat(metadata.validUrisCount()).hasValue(3);
        assertThat(metadata.json().raw("newField")).contains("[1]");
    }

    @Test
    void aDeleteThatSaysNothingHasNoMetadata() throws IOException {
        Operation operation = operation("delete-data-store");

        assertThat(operation.state()).isEqualTo(Operation.State.SUCCEEDED);
        assertThat(DiscoveryEngineMetadata.of(operation)).isEmpty();
    }

    private static Operation operation(String file) throws IOException {
        try (InputStream in = DiscoveryEngineMetadataTest.class.getResourceAsStream(file + ".json")) {
            JsonObject json = JsonObject.parse(in.readAllBytes());
            return Operation.read(
                    DiscoveryEngine.parseOperation(json.string("name").orElseThrow()), json);
        }
    }
}
