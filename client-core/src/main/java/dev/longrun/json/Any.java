// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

import java.util.Set;
import java.util.function.Function;

/**
 * A {@code google.protobuf.Any} in JSON: an object that names its type in {@code @type}, kept as it came.
 *
 * <pre>{@code
 * {"@type": "type.googleapis.com/google.cloud.common.OperationMetadata", "verb": "create"}
 * {"@type": "type.googleapis.com/google.protobuf.Duration", "value": "3.5s"}
 * }</pre>
 *
 * <p>The type never selects a class: {@link #as} decodes into the class that the caller names.
 *
 * @param typeUrl empty when there is none
 * @param value the whole object, {@code @type} included
 */
public record Any(String typeUrl, JsonObject value) {

    /** Types with a JSON form of their own ({@code google/protobuf/any.proto}); in an Any it is under {@code value}. */
    private static final Set<String> WITH_OWN_FORM = Set.of(
            "google.protobuf.Any",
            "google.protobuf.BoolValue",
            "google.protobuf.BytesValue",
            "google.protobuf.DoubleValue",
            "google.protobuf.Duration",
            "google.protobuf.Empty",
            "google.protobuf.FieldMask",
            "google.protobuf.FloatValue",
            "google.protobuf.Int32Value",
            "google.protobuf.Int64Value",
            "google.protobuf.ListValue",
            "google.protobuf.StringValue",
            "google.protobuf.Struct",
            "google.protobuf.Timestamp",
            "google.protobuf.UInt32Value",
            "google.protobuf.UInt64Value",
            "google.protobuf.Value");

    public static Any of(JsonObject value) {
        return new Any(value.string("@type").orElse(""), value);
    }

    /** The part after the last slash of the type URL: {@code google.cloud.common.OperationMetadata}. */
    public String typeName() {
        return typeUrl.substring(typeUrl.lastIndexOf('/') + 1);
    }

    /** The message itself: the object, or what a {@code google.protobuf.Struct} holds under {@code value}. */
    public JsonObject payload() {
        return WITH_OWN_FORM.contains(typeName()) ? value.object("value").orElse(value) : value;
    }

    /**
     * The message as a class of the application; a {@code java.time.Duration} for a {@code google.protobuf.Duration},
     * and so on.
     *
     * @throws JsonException when a value does not fit the class
     */
    public <T> T as(Class<T> type) {
        return WITH_OWN_FORM.contains(typeName()) ? value.as("value", type) : value.as(type);
    }

    /**
     * The message as a class of the application, read by the application's own JSON library.
     *
     * <pre>{@code
     * Lake lake = operation.response().orElseThrow().as(Lake.class, mapper::readValue);
     * }</pre>
     *
     * @param codec is given the text that {@link #decode} gives its reader
     * @throws JsonException when the codec throws, with what it threw as the cause, or returns null
     */
    public <T> T as(Class<T> type, JsonCodec codec) {
        return CodecReader.read(codec, message(), type);
    }

    /**
     * The message, read by the application's own JSON library; exceptions of the reader pass unchanged.
     *
     * <pre>{@code
     * Lake lake = operation.response().orElseThrow().decode(text -> gson.fromJson(text, Lake.class));
     * }</pre>
     *
     * @param reader takes the JSON text of the message: of the object with its {@code @type}, or, for types with a JSON
     *     form of their own, of the {@code value}
     */
    public <T> T decode(Function<String, T> reader) {
        return reader.apply(message());
    }

    private String message() {
        boolean ownForm = WITH_OWN_FORM.contains(typeName());
        return ownForm ? value.raw("value").orElseGet(value::raw) : value.raw();
    }
}
