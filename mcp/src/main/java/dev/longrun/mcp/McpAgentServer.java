// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import dev.longrun.OperationsClient;
import dev.longrun.cli.mcp.AgentServer;
import dev.longrun.cli.mcp.AgentSession;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.process.SignalHandler.Handle;
import dev.longrun.mcp.stdio.RequestFilter;
import dev.longrun.mcp.stdio.StdioServer;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapperSupplier;
import io.modelcontextprotocol.json.schema.jackson3.JacksonJsonSchemaValidatorSupplier;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The server with its tools. It has {@code cancel_operations} only if the session allows cancels. */
public final class McpAgentServer implements AgentServer {

    @Override
    public ExitCode serve(AgentSession session) {
        Console console = session.console();
        McpJsonMapper json = new JacksonMcpJsonMapperSupplier().get();
        boolean cancels = session.maxCancels().isPresent();
        RequestFilter filter = cancels ? request -> Optional.empty() : new CancelRefusal(json);
        StdioServer stdio = new StdioServer(json, console::data, filter, failure -> {
            console.error("a bug in lro: " + failure);
            console.trace(failure);
        });
        McpServer.async(stdio)
                .serverInfo("lro", OperationsClient.version())
                .instructions(ToolTexts.INSTRUCTIONS)
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .jsonMapper(json)
                .jsonSchemaValidator(new JacksonJsonSchemaValidatorSupplier().get())
                .tools(tools(session, json))
                .build();
        return run(stdio, session);
    }

    private static List<AsyncToolSpecification> tools(AgentSession session, McpJsonMapper json) {
        PlanLedger ledger = new PlanLedger(
                session.environment().time(), session.maxCancels().orElse(0), McpAgentServer::planId);
        List<AgentTool> tools = new ArrayList<>(List.of(
                new ListOperationsTool(session),
                new GetOperationTool(session),
                new WaitOperationTool(session),
                new FindServiceTool(session),
                new PlanSweepTool(session, ledger)));
        if (session.maxCancels().isPresent()) {
            tools.add(new CancelOperationsTool(session, ledger));
        }
        ToolBinding binding = new ToolBinding(json, session.console());
        return tools.stream().map(binding::bind).toList();
    }

    /** Not a number that is counted up: an agent that makes up an id hits no plan. */
    private static String planId() {
        return "plan-" + UUID.randomUUID();
    }

    private static ExitCode run(StdioServer stdio, AgentSession session) {
        Handle interrupt = session.environment().signals().onInterrupt(stdio::stop);
        try (interrupt) {
            stdio.run(session.environment().in());
            return ExitCode.OK;
        } catch (IOException e) {
            session.console().error("stdin cannot be read: " + e.getMessage());
            return ExitCode.ERROR;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }
}
