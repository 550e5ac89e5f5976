// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.RowJson;
import dev.longrun.wire.JsonWriter;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Binds tools to the SDK. A call begins on a thread of its own, as names of many services take time to look up. */
record ToolBinding(McpJsonMapper json, Console console) {

    AsyncToolSpecification bind(AgentTool tool) {
        return new AsyncToolSpecification(tool.definition(), (exchange, request) -> call(tool, exchange, request));
    }

    private Mono<CallToolResult> call(AgentTool tool, McpAsyncServerExchange exchange, CallToolRequest request) {
        ToolArguments arguments = ToolArguments.of(request.arguments());
        return Mono.defer(() -> tool.call(arguments, CallProgress.of(exchange, request)))
                .onErrorResume(failure -> Mono.just(failed(arguments, failure)))
                .map(answer -> answer.result(json))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private ToolAnswer failed(ToolArguments arguments, Throwable failure) {
        if (!ExitCode.isExpected(failure)) {
            console.error("a bug in lro: " + failure);
            console.trace(failure);
        }
        JsonWriter begun = RowJson.object();
        arguments.text("name").ifPresent(name -> begun.put("name", name));
        return ToolAnswer.failure(begun, failure);
    }
}
