// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.json.JsonWriter;
import java.util.function.ToIntFunction;

/**
 * What an operation says about itself in {@code metadata}, asked anew for each answer so that it follows the state.
 * Returns the JSON of an Any, or an empty text for none.
 *
 * <pre>{@code
 * server.operation(name).metadata(Metadata.common("delete", "projects/p/locations/l/instances/i").withPercent(op -> 40));
 * }</pre>
 */
@FunctionalInterface
public interface Metadata {

    /** @param apiVersion the version in the path of the request, such as {@code v1} */
    String json(OperationRecord operation, String apiVersion);

    /** {@code google.cloud.common.OperationMetadata}, which spells a cancel {@code cancelRequested}. */
    static Metadata common(String verb, String target) {
        return new SharedMetadata("google.cloud.common.OperationMetadata", "cancelRequested", verb, target);
    }

    /** The same under any type and with another spelling, such as {@code requestedCancellation}. */
    static Metadata common(String typeName, String cancelSpelling, String verb, String target) {
        return new SharedMetadata(typeName, cancelSpelling, verb, target);
    }

    /** Wraps the times in {@code genericMetadata} and says nothing of a cancel, as Vertex AI does. */
    static Metadata generic(String typeName) {
        return (operation, apiVersion) -> JsonWriter.object()
                .put("@type", "type.googleapis.com/" + typeName)
                .putRaw(
                        "genericMetadata",
                        JsonWriter.object()
                                .put("createTime", operation.state().created().toString())
                                .put(
                                        "updateTime",
                                        SharedMetadata.changed(operation).toString())
                                .end())
                .end();
    }

    /** Always the same text, which need not be valid. */
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
