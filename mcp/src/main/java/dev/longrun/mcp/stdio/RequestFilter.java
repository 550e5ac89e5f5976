// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp.stdio;

import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.util.Optional;

/** Answers requests before the SDK gets them. */
@FunctionalInterface
public interface RequestFilter {

    /** The result of the request; empty if the SDK answers it. */
    Optional<Object> answer(JSONRPCRequest request);
}
