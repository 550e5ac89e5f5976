// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import dev.longrun.mcp.stdio.RequestFilter;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.util.Map;
import java.util.Optional;

/** Tells an agent that calls {@code cancel_operations} all the same why the tool is not there. */
record CancelRefusal(McpJsonMapper json) implements RequestFilter {
    private static final String REASON =
            "nothing was cancelled: this server was started without --allow-cancel, so it has"
                    + " no cancel_operations. Show the user the plan; the user can restart `lro mcp --allow-cancel`, or run"
                    + " `lro cancel NAME...` or `lro sweep` in a terminal";

    @Override
    public Optional<Object> answer(JSONRPCRequest request) {
        boolean isRefused = request.method().equals(McpSchema.METHOD_TOOLS_CALL)
                && request.params() instanceof Map<?, ?> params
                && CancelOperationsTool.NAME.equals(params.get("name"));
        return isRefused
                ? Optional.of(
                        ToolAnswer.failure(new IllegalArgumentException(REASON)).result(json))
                : Optional.empty();
    }
}
