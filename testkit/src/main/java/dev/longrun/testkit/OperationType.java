// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.wire.JsonWriter;
import java.util.Optional;

/**
 * What an operation's metadata and response are, by its service and the resource that it works on.
 *
 * @param metadataName a full name, in which {@code {version}} stands for the API version
 * @param responseName the same
 */
record OperationType(MetadataShape shape, String metadataName, String responseName) {

    private static final String VERSION = "{version}";

    /** Empty if the path is one of several services, or the type is not known. */
    static Optional<OperationType> of(ServedOperation operation) {
        Binding binding = operation.binding();
        return OperationTypeTable.KNOWN.find(binding.service(), binding.version(), binding.collection());
    }

    String response(String version) {
        return responseName.replace(VERSION, version);
    }

    Metadata metadata(String version, String target) {
        String type = metadataName.replace(VERSION, version);
        return switch (shape) {
            case CANCEL_REQUESTED -> Metadata.common(type, "cancelRequested", "update", target);
            case REQUESTED_CANCELLATION -> Metadata.common(type, "requestedCancellation", "update", target);
            case GENERIC -> Metadata.generic(type);
            case TIMES -> times(type);
            case BARE ->
                Metadata.of(JsonWriter.object()
                        .put("@type", "type.googleapis.com/" + type)
                        .end());
            case STRUCT ->
                Metadata.of(JsonWriter.object()
                        .put("@type", "type.googleapis.com/" + type)
                        .putRaw("value", "{}")
                        .end());
        };
    }

    private static Metadata times(String type) {
        return (operation, apiVersion) -> JsonWriter.object()
                .put("@type", "type.googleapis.com/" + type)
                .put("createTime", operation.state().created().toString())
                .put("updateTime", operation.state().updated().toString())
                .end();
    }

    /** Which fields the metadata has. */
    enum MetadataShape {
        /** Times, target, verb, and {@code cancelRequested}. */
        CANCEL_REQUESTED,
        /** The same, with {@code requestedCancellation}. */
        REQUESTED_CANCELLATION,
        /** Times in {@code genericMetadata}. */
        GENERIC,
        /** {@code createTime} and {@code updateTime}. */
        TIMES,
        /** None of the fields above. */
        BARE,
        /** A google.protobuf.Struct, empty. */
        STRUCT
    }
}
