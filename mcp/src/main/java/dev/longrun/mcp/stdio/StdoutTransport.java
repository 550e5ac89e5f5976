// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp.stdio;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpServerTransport;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The transport that the session of the SDK writes to. One thread writes, in the order of the messages, so that a
 * reader that stalls holds up no thread of the client.
 */
final class StdoutTransport implements McpServerTransport {
    private final McpJsonMapper json;
    private final Consumer<String> out;
    private final Scheduler thread = Schedulers.fromExecutorService(
            Executors.newSingleThreadExecutor(task -> {
                Thread writer = new Thread(task, "lro-mcp-stdout");
                writer.setDaemon(true);
                return writer;
            }),
            "lro-mcp-stdout");

    /** @param out takes a message of one line; may block */
    StdoutTransport(McpJsonMapper json, Consumer<String> out) {
        this.json = json;
        this.out = out;
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
        return Mono.<Void>fromCallable(() -> {
                    out.accept(json.writeValueAsString(message));
                    return null;
                })
                .subscribeOn(thread);
    }

    /** Writes a line that is a message already. */
    Mono<Void> sendLine(String line) {
        return Mono.<Void>fromRunnable(() -> out.accept(line)).subscribeOn(thread);
    }

    /** Waits until what was sent before is written, or the time is over. */
    void drain(Duration time) {
        Mono.fromRunnable(() -> {})
                .subscribeOn(thread)
                .timeout(time)
                .onErrorComplete()
                .block();
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
        return json.convertValue(data, type);
    }

    /** Nothing is to be closed: the requests end by {@link StdioServer}. */
    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }
}
