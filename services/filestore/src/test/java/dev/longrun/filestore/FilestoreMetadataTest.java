// SPDX-License-Identifier: Apache-2.0
package dev.longrun.filestore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.filestore.v1.Filestore;
import dev.longrun.filestore.v1.InstanceName;
import dev.longrun.json.Any;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FilestoreMetadataTest {
    @Test
    void anOperationsMetadataIsDecoded() throws IOException {
        OperationMetadata metadata = read(operation("create-instance.json"));

        assertThat(metadata.createTime()).contains(Instant.parse("2026-11-01T10:00:00.123456789Z"));
        assertThat(metadata.endTime()).isEmpty();
        assertThat(metadata.verb()).contains("create");
        assertThat(metadata.cancelRequested()).contains(true);
        assertThat(metadata.apiVersion()).contains("v1");
    }

    @Test
    void theTargetIsATypedName() throws IOException {
        OperationMetadata metadata = read(operation("create-instance.json"));

        InstanceName target = metadata.target().map(InstanceName::parse).orElseThrow();

        assertThat(target)
                .isEqualTo(Filestore.project("acme").location("us-central1-a").instance("nfs"));
    }

    @Test
    void fieldsThatAreNotKnownAreKept() throws IOException {
        OperationMetadata metadata = read(operation("create-instance.json"));

        assertThat(metadata.json().string("resourceUuid")).contains("not documented");
    }

    @Test
    void aFieldOfTheWrongTypeIsEmptyAndStopsNothing() {
        OperationMetadata metadata = OperationMetadata.of(JsonObject.parse("""
                {"createTime": "yesterday", "cancelRequested": "yes", "target": {"name": 1}, "verb": "update"}
                """));

        assertThat(metadata.createTime()).isEmpty();
        assertThat(metadata.cancelRequested()).isEmpty();
        assertThat(metadata.target()).isEmpty();
        assertThat(metadata.verb()).contains("update");
    }

    @Test
    void thePackageInTheTypeDoesNotMatter() {
        Any metadata = Any.of(JsonObject.parse("""
                {"@type": "type.googleapis.com/google.cloud.filestore.v9.OperationMetadata", "verb": "create"}
                """));

        assertThat(FilestoreMetadata.of(metadata)).isPresent();
    }

    @Test
    void metadataOfAnotherTypeIsNotGuessed() {
        assertThat(FilestoreMetadata.of(Any.of(JsonObject.parse("{\"@type\": \"a/b.Other\"}"))))
                .isEmpty();
        assertThat(FilestoreMetadata.of(Any.of(JsonObject.parse("{\"verb\": \"create\"}"))))
                .isEmpty();
    }

    private static OperationMetadata read(Operation operation) {
        return (OperationMetadata) FilestoreMetadata.of(operation).orElseThrow();
    }

    private static Operation operation(String file) throws IOException {
        try (InputStream in = FilestoreMetadataTest.class.getResourceAsStream(file)) {
            JsonObject json = JsonObject.parse(in.readAllBytes());
            return Operation.read(Filestore.parseOperation(json.string("name").orElseThrow()), json);
        }
    }
}
