// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.FailureJson;
import dev.longrun.cli.output.RowJson;
import dev.longrun.text.SafeText;
import dev.longrun.wire.JsonWriter;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The answer of a tool: an object of the command's JSON.
 *
 * @param isError whether the tool did not do what it was called for, and the object says why
 */
record ToolAnswer(String json, boolean isError) {

    static ToolAnswer of(String json) {
        return new ToolAnswer(json, false);
    }

    static ToolAnswer failure(Throwable failure) {
        return failure(RowJson.object(), failure);
    }

    /** @param begun the object of the name that the failure is about */
    static ToolAnswer failure(JsonWriter begun, Throwable failure) {
        boolean expected = ExitCode.isExpected(failure);
        return new ToolAnswer(
                expected ? FailureJson.line(begun, (RuntimeException) failure) : bug(begun, failure), true);
    }

    private static String bug(JsonWriter begun, Throwable failure) {
        JsonWriter error = JsonWriter.object().put("kind", "INTERNAL").put("message", "a bug in lro: " + failure);
        return begun.putRaw("error", error.end()).end();
    }

    /** The object as text and as structured content, both escaped and without credentials. */
    CallToolResult result(McpJsonMapper mapper) {
        String safe = SafeText.json(json);
        return CallToolResult.builder()
                .addTextContent(safe)
                .structuredContent(parsed(mapper, safe))
                .isError(isError)
                .build();
    }

    private static Object parsed(McpJsonMapper mapper, String json) {
        try {
            return mapper.readValue(json, Object.class); // keeps the order of the fields
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
