// SPDX-License-Identifier: Apache-2.0
package dev.longrun.gax;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import dev.longrun.json.Any;
import dev.longrun.json.JsonException;
import dev.longrun.operation.Operation;
import java.util.Optional;

/**
 * Reads metadata, responses and details of errors as protobuf messages.
 *
 * <pre>{@code
 * Operation operation = operations.operations().get(name);
 * Optional<OperationMetadata> metadata = ProtoReader.plain().metadata(operation, OperationMetadata.getDefaultInstance());
 * Optional<Instance> response = ProtoReader.plain().response(operation, Instance.getDefaultInstance());
 * }</pre>
 *
 * <p>Fields that the message does not have are left out: a server may be newer than the application. Immutable and
 * thread-safe.
 */
public final class ProtoReader {
    private static final ProtoReader PLAIN = new ProtoReader(TypeRegistry.getEmptyTypeRegistry());

    private final TypeRegistry types;
    private final JsonFormat.Parser parser;

    private ProtoReader(TypeRegistry types) {
        this.types = types;
        this.parser = JsonFormat.parser().usingTypeRegistry(types).ignoringUnknownFields();
    }

    /** For messages that contain no {@code google.protobuf.Any}. */
    public static ProtoReader plain() {
        return PLAIN;
    }

    /** Knows these types too, in each {@code google.protobuf.Any} and for {@link #pack}. */
    public static ProtoReader with(TypeRegistry types) {
        return new ProtoReader(types);
    }

    /**
     * The metadata; empty if the operation has none.
     *
     * @param type any message of the type, as its {@code getDefaultInstance()}
     * @throws JsonException if the metadata is of another type, or cannot be read as that type
     */
    public <M extends Message> Optional<M> metadata(Operation operation, M type) {
        return operation.metadata().map(any -> read(any, type));
    }

    /** The response, as {@link #metadata}; empty unless the operation has succeeded with one. */
    public <M extends Message> Optional<M> response(Operation operation, M type) {
        return operation.response().map(any -> read(any, type));
    }

    /**
     * The message.
     *
     * @param type any message of the type, as its {@code getDefaultInstance()}
     * @throws JsonException if it is of another type, or cannot be read as that type
     */
    @SuppressWarnings("unchecked") // a builder of a message builds messages of its class
    public <M extends Message> M read(Any any, M type) {
        Descriptor expected = type.getDescriptorForType();
        if (!any.typeName().isEmpty() && !any.typeName().equals(expected.getFullName())) {
            throw new JsonException("expected a " + expected.getFullName() + "; got a " + any.typeName());
        }
        return (M) any.decode(json -> parse(json, type.newBuilderForType(), expected.getFullName()))
                .build();
    }

    /**
     * The same as protobuf's own Any, which {@code unpack} and {@code is} read.
     *
     * @throws JsonException if the registry does not have the type, or it cannot be read as that type
     */
    public com.google.protobuf.Any pack(Any any) {
        Descriptor type = types.find(any.typeName());
        if (type == null) {
            throw new JsonException("the type registry of this reader does not have " + any.typeName()
                    + "; expected it to be added, as TypeRegistry.newBuilder().add(OperationMetadata.getDescriptor())");
        }
        return parse(any.value().raw(), com.google.protobuf.Any.newBuilder(), any.typeName())
                .build();
    }

    private <B extends Message.Builder> B parse(String json, B builder, String type) {
        try {
            parser.merge(json, builder);
            return builder;
        } catch (InvalidProtocolBufferException e) {
            throw new JsonException("cannot be read as a " + type + ": " + e.getMessage(), e);
        }
    }
}
