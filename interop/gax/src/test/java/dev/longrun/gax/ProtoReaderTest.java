// SPDX-License-Identifier: Apache-2.0
package dev.longrun.gax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.common.OperationMetadata;
import com.google.cloud.filestore.v1.Instance;
import com.google.protobuf.Duration;
import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import com.google.protobuf.TypeRegistry;
import dev.longrun.OperationsClient;
import dev.longrun.json.Any;
import dev.longrun.json.JsonException;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.Metadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Metadata and responses as messages of the Cloud client library. */
@Timeout(60)
class ProtoReaderTest {
    private static final String INSTANCE = "type.googleapis.com/google.cloud.filestore.v1.Instance";

    private final FakeOperationsServer server = FakeOperationsServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readsMetadataAndResponse() {
        server.operation(CloudFilestores.operation("o"))
                .metadata(Metadata.common("create", "projects/p/locations/l/instances/i"))
                .response("{\"@type\":\"" + INSTANCE + "\",\"name\":\"i\",\"tier\":\"ZONAL\",\"fieldOf2030\":1}")
                .alreadyDone();

        Operation operation = read("o");

        assertThat(ProtoReader.plain().metadata(operation, OperationMetadata.getDefaultInstance()))
                .hasValueSatisfying(metadata -> {
                    assertThat(metadata.getVerb()).isEqualTo("create");
                    assertThat(metadata.getCreateTime().getSeconds()).isPositive();
                });
        assertThat(ProtoReader.plain().response(operation, Instance.getDefaultInstance()))
                .hasValueSatisfying(instance -> assertThat(instance.getTier()).isEqualTo(Instance.Tier.ZONAL));
    }

    @Test
    void hasNoResponseOfARunningOperation() {
        assertThat(ProtoReader.plain().response(read("stuck-x"), Empty.getDefaultInstance()))
                .isEmpty();
    }

    @Test
    void readsTypesWithAJsonFormOfTheirOwn() {
        assertThat(ProtoReader.plain()
                        .read(
                                any("{\"@type\":\"t/google.protobuf.Duration\",\"value\":\"3.5s\"}"),
                                Duration.getDefaultInstance())
                        .getNanos())
                .isEqualTo(500_000_000);
        assertThat(ProtoReader.plain()
                        .read(
                                any("{\"@type\":\"t/google.protobuf.Struct\",\"value\":{\"a\":1}}"),
                                Struct.getDefaultInstance())
                        .getFieldsOrThrow("a")
                        .getNumberValue())
                .isEqualTo(1);
        assertThat(ProtoReader.plain().read(any("{\"@type\":\"t/google.protobuf.Empty\"}"), Empty.getDefaultInstance()))
                .isEqualTo(Empty.getDefaultInstance());
    }

    @Test
    void refusesAMessageOfAnotherType() {
        assertThatThrownBy(() ->
                        ProtoReader.plain().read(any("{\"@type\":\"" + INSTANCE + "\"}"), Empty.getDefaultInstance()))
                .isInstanceOf(JsonException.class)
                .hasMessage("expected a google.protobuf.Empty; got a google.cloud.filestore.v1.Instance");
    }

    @Test
    void refusesValuesThatDoNotFit() {
        assertThatThrownBy(() -> ProtoReader.plain()
                        .read(any("{\"@type\":\"" + INSTANCE + "\",\"name\":{}}"), Instance.getDefaultInstance()))
                .isInstanceOf(JsonException.class)
                .hasMessageStartingWith("cannot be read as a google.cloud.filestore.v1.Instance: ");
    }

    @Test
    void packsATypeOfItsRegistry() throws Exception {
        ProtoReader reader = ProtoReader.with(
                TypeRegistry.newBuilder().add(Instance.getDescriptor()).build());

        com.google.protobuf.Any packed = reader.pack(any("{\"@type\":\"" + INSTANCE + "\",\"name\":\"i\"}"));

        assertThat(packed.unpack(Instance.class).getName()).isEqualTo("i");
    }

    @Test
    void packsNoOtherType() {
        assertThatThrownBy(() -> ProtoReader.plain().pack(any("{\"@type\":\"" + INSTANCE + "\"}")))
                .isInstanceOf(JsonException.class)
                .hasMessage(
                        "the type registry of this reader does not have google.cloud.filestore.v1.Instance; expected"
                                + " it to be added, as TypeRegistry.newBuilder().add(OperationMetadata.getDescriptor())");
    }

    /** The message within is of a type that the outer one does not tell. */
    @Test
    void readsAnAnyWithinAMessageByItsRegistry() throws Exception {
        Any outer = any("{\"@type\":\"t/google.longrunning.Operation\",\"name\":\"o\",\"response\":{\"@type\":\""
                + INSTANCE + "\",\"name\":\"i\"}}");
        var type = com.google.longrunning.Operation.getDefaultInstance();
        TypeRegistry types =
                TypeRegistry.newBuilder().add(Instance.getDescriptor()).build();

        assertThat(ProtoReader.with(types)
                        .read(outer, type)
                        .getResponse()
                        .unpack(Instance.class)
                        .getName())
                .isEqualTo("i");
        assertThatThrownBy(() -> ProtoReader.plain().read(outer, type)).isInstanceOf(JsonException.class);
    }

    private static Any any(String json) {
        return Any.of(JsonObject.parse(json));
    }

    private Operation read(String id) {
        try (OperationsClient operations = OperationsClient.builder()
                .endpoint(server.url())
                .withoutCredentials()
                .build()) {
            return operations
                    .operations()
                    .get(OperationName.of(CloudFilestores.SERVICE, CloudFilestores.operation(id)));
        }
    }
}
