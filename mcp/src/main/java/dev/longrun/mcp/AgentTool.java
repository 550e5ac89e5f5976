// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.Map;
import reactor.core.publisher.Mono;

/** One tool that agents call. Thread-safe. */
interface AgentTool {

    /** Its name, description and schema, as agents see it. */
    Tool definition();

    /**
     * Begins a call; the cancellation of the answer stops its requests.
     *
     * @param arguments fit the schema
     */
    Mono<ToolAnswer> call(ToolArguments arguments, CallProgress progress);

    /** A tool that changes nothing on any server. */
    static Tool readOnly(String name, String title, String description, Map<String, Object> schema) {
        return tool(
                name, description, schema, annotations(title).readOnlyHint(true).destructiveHint(false));
    }

    /** A tool that stops work on a server, which cannot be undone. */
    static Tool destructive(String name, String title, String description, Map<String, Object> schema) {
        return tool(
                name,
                description,
                schema,
                annotations(title).readOnlyHint(false).destructiveHint(true));
    }

    private static ToolAnnotations.Builder annotations(String title) {
        return ToolAnnotations.builder().title(title).idempotentHint(true).openWorldHint(true);
    }

    private static Tool tool(
            String name, String description, Map<String, Object> schema, ToolAnnotations.Builder annotations) {
        return Tool.builder(name, schema)
                .description(description)
                .annotations(annotations.build())
                .build();
    }
}
