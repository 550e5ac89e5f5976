// SPDX-License-Identifier: Apache-2.0
package dev.longrun.dataplex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.dataplex.v1.Dataplex;
import dev.longrun.dataplex.v1.LakeName;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DataplexMetadataTest {

    @Test
    void anOperationsMetadataIsDecoded() throws IOException {
        Operation operation = operation("create-lake");

        OperationMetadata metadata =
                (OperationMetadata) DataplexMetadata.of(operation).orElseThrow();

        assertThat(metadata.createTime()).contains(Instant.parse("2026-11-01T10:00:00Z"));
        assertThat(metadata.verb()).contains("create");
        assertThat(metadata.requestedCancellation()).contains(true);
        assertThat(metadata.target().map(LakeName::parse))
                .contains(Dataplex.project("acme").location("us-central1").lake("sales"));
        assertThat(operation.info().cancelRequested()).isEqualTo(metadata.requestedCancellation());
        assertThat(operation.info().createTime()).isEqualTo(metadata.createTime());
    }

    private static Operation operation(String file) throws IOException {
        try (InputStream in = DataplexMetadataTest.class.getResourceAsStream(file + ".json")) {
            JsonObject json = JsonObject.parse(in.readAllBytes());
            return Operation.read(Dataplex.parseOperation(json.string("name").orElseThrow()), json);
        }
    }
}
