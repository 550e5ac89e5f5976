// SPDX-License-Identifier: Apache-2.0
package dev.longrun.gax;

import com.google.api.gax.rpc.ErrorDetails;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import com.google.rpc.ErrorDetailsProto;
import dev.longrun.error.Status;
import dev.longrun.error.StatusDetail;
import dev.longrun.json.JsonObject;
import dev.longrun.wire.StatusReader;
import dev.longrun.wire.StatusWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Converts details of errors by way of their JSON, which both sides read and write. */
final class ProtoDetails {
    private static final TypeRegistry TYPES = TypeRegistry.newBuilder()
            .add(ErrorDetailsProto.getDescriptor().getMessageTypes())
            .build();
    private static final JsonFormat.Printer PRINTER = JsonFormat.printer().usingTypeRegistry(TYPES);
    private static final JsonFormat.Parser PARSER =
            JsonFormat.parser().usingTypeRegistry(TYPES).ignoringUnknownFields();

    private ProtoDetails() {}

    static List<StatusDetail> of(ErrorDetails details) {
        String json = Stream.<Message>of(
                        details.getErrorInfo(),
                        details.getRetryInfo(),
                        details.getDebugInfo(),
                        details.getQuotaFailure(),
                        details.getPreconditionFailure(),
                        details.getBadRequest(),
                        details.getRequestInfo(),
                        details.getResourceInfo(),
                        details.getHelp(),
                        details.getLocalizedMessage())
                .filter(Objects::nonNull)
                .map(ProtoDetails::print)
                .collect(Collectors.joining(","));
        return StatusReader.status(JsonObject.parse("{\"details\":[" + json + "]}"))
                .details();
    }

    /** Without details of types that are not in {@code google/rpc/error_details.proto}. */
    static List<Any> of(Status status) {
        return JsonObject.parse(StatusWriter.status(status)).objects("details").stream()
                .flatMap(detail -> parse(detail.raw()).stream())
                .toList();
    }

    private static String print(Message detail) {
        try {
            return PRINTER.print(Any.pack(detail));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a detail of an error cannot be written as JSON: " + detail, e);
        }
    }

    private static Optional<Any> parse(String json) {
        Any.Builder detail = Any.newBuilder();
        try {
            PARSER.merge(json, detail);
            return Optional.of(detail.build());
        } catch (InvalidProtocolBufferException unknownType) {
            return Optional.empty();
        }
    }
}
