// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.wire.JsonWriter;
import java.util.function.ToIntFunction;

/**
 * The {@code metadata} of an operation, computed for each response from the state of the operation: the JSON of an Any,
 * or an empty text for none. Called on the threads of the server.
 *
 * <pre>{@code
 * server.operation(name).metadata(Metadata.common("delete", "projects/p/locations/l/instances/i").withPercent(op -> 40));
 * }</pre>
 */
@FunctionalInterface
public interface Metadata {

    /** @param apiVersion the version in the path of the request, such as {@code v1} */
    String json(OperationRecord operation, String apiVersion);

    /**
     * {@code google.cloud.common.OperationMetadata}, which says in {@code cancelRequested} that a cancel was accepted.
     */
    static Metadata common(String verb, String target) {
        return new SharedMetadata("google.cloud.common.OperationMetadata", "cancelRequested", verb, target);
    }

    /**
     * The same fields in another message type, with another name for the cancel field, such as
     * {@code requestedCancellation}.
     */
    static Metadata common(String typeName, String cancelSpelling, String verb, String target) {
        return new SharedMetadata(typeName, cancelSpelling, verb, target);
    }

    /** Times in {@code genericMetadata} and nothing about a cancel, as in Vertex AI. */
    static Metadata generic(String typeName) {
        return (operation, apiVersion) -> JsonWriter.object()
                .put("@type", "type.googleapis.com/" + typeName)
                .putRaw(
                        "genericMetadata",
                        JsonWriter.object()
                                .put("createTime", operation.state().created().toString())
                                .put("updateTime", operation.state().updated().toString())
                                .end())
                .end();
    }

    /** The same text for each response. The text is sent as it is, valid JSON or not. */
    static Metadata of(String json) {
        return (operation, apiVersion) -> json;
    }

    static Metadata none() {
        return of("");
    }

    /** Adds {@code progressPercent} to an object that has at least one field. */
    default Metadata withPercent(ToIntFunction<OperationRecord> percent) {
        return (operation, apiVersion) -> {
            String json = json(operation, apiVersion);
            int end = json.lastIndexOf('}');
            return json.substring(0, end) + ",\"progressPercent\":" + percent.applyAsInt(operation) + "}";
        };
    }
}
