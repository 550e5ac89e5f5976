// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp.stdio;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** What a line of the client is. */
sealed interface InboundMessage {

    /** A message of JSON-RPC. */
    record Valid(JSONRPCMessage message) implements InboundMessage {}

    /**
     * Something else.
     *
     * @param id of the request that it may have been meant to be
     */
    record Malformed(Optional<Object> id, int code, String reason) implements InboundMessage {}

    static InboundMessage parse(McpJsonMapper json, String line) {
        try {
            return new Valid(McpSchema.deserializeJsonRpcMessage(json, line));
        } catch (IOException | RuntimeException noMessage) {
            return malformed(json, line);
        }
    }

    private static Malformed malformed(McpJsonMapper json, String line) {
        try {
            Object value = json.readValue(line, Object.class);
            return new Malformed(
                    Optional.of(value).flatMap(InboundMessage::id),
                    ErrorCodes.INVALID_REQUEST,
                    "this is no message of JSON-RPC 2.0; expected an object such as"
                            + " {\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}");
        } catch (IOException | RuntimeException noJson) {
            return new Malformed(
                    Optional.empty(),
                    ErrorCodes.PARSE_ERROR,
                    "this line is not JSON; expected one message of JSON-RPC 2.0 a line");
        }
    }

    private static Optional<Object> id(Object value) {
        return value instanceof Map<?, ?> object ? Optional.ofNullable(object.get("id")) : Optional.empty();
    }
}
