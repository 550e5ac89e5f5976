// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import dev.longrun.json.JsonObject;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapperSupplier;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An agent: the client of the SDK, with a process of {@code lro mcp} at the other end of two pipes. */
final class AgentClient implements AutoCloseable {
    private static final McpJsonMapper JSON = new JacksonMcpJsonMapperSupplier().get();

    private final McpSyncClient client;
    private final Queue<ProgressNotification> progress = new ConcurrentLinkedQueue<>();

    private AgentClient(List<String> command) {
        StdioClientTransport transport = new StdioClientTransport(
                ServerParameters.builder(command.get(0))
                        .args(command.subList(1, command.size()))
                        .build(),
                JSON);
        client = McpClient.sync(transport)
                .requestTimeout(Duration.ofSeconds(100)) // long enough for a machine that does much else
                .initializationTimeout(Duration.ofSeconds(100))
                .progressConsumer(progress::add)
                .build();
        client.initialize();
    }

    static AgentClient start(Path folder, String... options) throws IOException {
        String[] words = new String[options.length + 1];
        words[0] = "mcp";
        System.arraycopy(options, 0, words, 1, options.length);
        return new AgentClient(InstalledLro.in(folder).command(List.of(), words));
    }

    McpSyncClient client() {
        return client;
    }

    Queue<ProgressNotification> progress() {
        return progress;
    }

    CallToolResult call(String tool, Map<String, Object> arguments) {
        return client.callTool(CallToolRequest.builder(tool)
                .arguments(arguments)
                .progressToken("of " + tool)
                .build());
    }

    /** The object of an answer that is no error. */
    JsonObject answer(String tool, Map<String, Object> arguments) {
        CallToolResult result = call(tool, arguments);
        if (Boolean.TRUE.equals(result.isError())) {
            throw new AssertionError(tool + " has failed: " + text(result));
        }
        return JsonObject.parse(text(result));
    }

    /** The message of an answer that is an error. */
    String refusal(String tool, Map<String, Object> arguments) {
        CallToolResult result = call(tool, arguments);
        if (!Boolean.TRUE.equals(result.isError())) {
            throw new AssertionError(tool + " should have been refused: " + text(result));
        }
        return text(result);
    }

    static String text(CallToolResult result) {
        return ((TextContent) result.content().get(0)).text();
    }

    /** The structured content as JSON. */
    static JsonObject structured(CallToolResult result) {
        try {
            return JsonObject.parse(JSON.writeValueAsString(result.structuredContent()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.closeGracefully();
    }
}
