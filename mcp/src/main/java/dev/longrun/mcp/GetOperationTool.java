// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import dev.longrun.cli.mcp.AgentSession;
import dev.longrun.cli.output.OperationRow;
import dev.longrun.cli.output.RowJson;
import dev.longrun.service.OperationName;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import reactor.core.publisher.Mono;

/** {@code get_operation}. */
record GetOperationTool(AgentSession session) implements AgentTool {

    @Override
    public Tool definition() {
        InputSchema schema = new InputSchema().text("name", ToolTexts.NAME).required("name");
        return AgentTool.readOnly(
                "get_operation",
                "Read an operation",
                "Reads one long-running operation once: its state (RUNNING, SUCCEEDED, FAILED, CANCELLED, ENDED), its"
                        + " times, and the server's own object. " + ToolTexts.UNTRUSTED,
                NameScope.addTo(schema).build());
    }

    @Override
    public Mono<ToolAnswer> call(ToolArguments arguments, CallProgress progress) {
        OperationName name = new NameScope(session).operation(arguments);
        return Mono.fromFuture(() -> session.client().operations().getAsync(name))
                .map(operation -> ToolAnswer.of(
                        new OperationRow(operation, session.environment().time().now()).json()))
                .onErrorResume(failure -> Mono.just(ToolAnswer.failure(RowJson.about(name), failure)));
    }
}
