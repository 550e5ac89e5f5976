// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp.stdio;

import static java.util.Objects.requireNonNull;

import dev.longrun.mcp.stdio.LineReader.InboundLine;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One session on a pair of streams. The thread of {@link #run} reads messages and hands them to the session of the SDK;
 * at most 32 requests are under way, and more are answered with an error.
 */
public final class StdioServer implements McpServerTransportProvider {
    private static final int MOST_REQUESTS = 32;
    private static final int LONGEST_LINE = 4 << 20;
    private static final Duration LAST_RESPONSES = Duration.ofMillis(500);
    private static final String CANCELLED = "notifications/cancelled";

    private final McpJsonMapper json;
    private final StdoutTransport writer;
    private final RequestFilter filter;
    private final RequestTable requests;
    private @Nullable McpServerSession session;
    private boolean initialized;

    /**
     * @param out takes a message of one line; may block
     * @param failed receives what prevented a message
     */
    public StdioServer(McpJsonMapper json, Consumer<String> out, RequestFilter filter, Consumer<Throwable> failed) {
        this.json = json;
        this.writer = new StdoutTransport(json, out);
        this.filter = filter;
        this.requests = new RequestTable(MOST_REQUESTS, failed);
    }

    @Override
    public void setSessionFactory(McpServerSession.Factory factory) {
        session = factory.create(writer);
    }

    /**
     * Serves until the input ends, for one thread and once. Requests that are under way then have half a second to end.
     *
     * @throws IOException if the input cannot be read
     */
    public void run(InputStream in) throws IOException, InterruptedException {
        LineReader lines = new LineReader(in, LONGEST_LINE);
        try {
            for (Optional<InboundLine> line = lines.next(); line.isPresent(); line = lines.next()) {
                take(line.get());
            }
            requests.drain(LAST_RESPONSES);
            writer.drain(LAST_RESPONSES);
        } finally {
            requests.cancelAll();
        }
    }

    /** Stops all requests. */
    public void stop() {
        requests.cancelAll();
    }

    private void take(InboundLine line) {
        if (line instanceof InboundLine.TooLong tooLong) {
            reject(
                    Optional.empty(),
                    ErrorCodes.INVALID_REQUEST,
                    "the message is longer than " + tooLong.limit() + " characters");
        } else if (line instanceof InboundLine.Complete complete
                && !complete.text().isBlank()) {
            InboundMessage inbound = InboundMessage.parse(json, complete.text());
            if (inbound instanceof InboundMessage.Valid valid) {
                take(valid.message());
            } else if (inbound instanceof InboundMessage.Malformed malformed) {
                reject(malformed.id(), malformed.code(), malformed.reason());
            }
        }
    }

    private void take(JSONRPCMessage message) {
        if (message instanceof JSONRPCRequest request) {
            begin(request);
        } else if (message instanceof JSONRPCNotification notification
                && notification.method().equals(CANCELLED)) {
            cancelledRequest(notification).ifPresent(requests::cancel);
        } else {
            initialized |= message instanceof JSONRPCNotification notification
                    && notification.method().equals(McpSchema.METHOD_NOTIFICATION_INITIALIZED);
            requireNonNull(session).handle(message).onErrorComplete().subscribe();
        }
    }

    private static Optional<Object> cancelledRequest(JSONRPCNotification notification) {
        return notification.params() instanceof Map<?, ?> params
                ? Optional.ofNullable(params.get("requestId"))
                : Optional.empty();
    }

    /** The SDK keeps a request that comes before the session is initialized, and may never answer it. */
    private void begin(JSONRPCRequest request) {
        if (!initialized && !isAllowedBefore(request.method())) {
            reject(
                    Optional.of(request.id()),
                    ErrorCodes.INVALID_REQUEST,
                    "the session is not initialized; send initialize, then notifications/initialized");
            return;
        }
        Mono<Void> work = filter.answer(request)
                .map(result -> writer.sendMessage(JSONRPCResponse.result(request.id(), result)))
                .orElseGet(() -> requireNonNull(session).handle(request));
        switch (requests.start(request.id(), work)) {
            case STARTED -> {}
            case BUSY ->
                reject(
                        Optional.of(request.id()),
                        ErrorLine.BUSY,
                        MOST_REQUESTS + " requests are under way; wait for one to end, or cancel one");
            case ID_IN_USE ->
                reject(
                        Optional.of(request.id()),
                        ErrorCodes.INVALID_REQUEST,
                        "a request with this id is under way; each needs an id of its own");
        }
    }

    private static boolean isAllowedBefore(String method) {
        return method.equals(McpSchema.METHOD_INITIALIZE) || method.equals(McpSchema.METHOD_PING);
    }

    /** Waits until the error is written: a client that sends nonsense and reads nothing fills no memory. */
    private void reject(Optional<Object> id, int code, String reason) {
        writer.sendLine(ErrorLine.of(id, code, reason)).block();
    }

    @Override
    public Mono<Void> notifyClients(String method, Object params) {
        return requireNonNull(session).sendNotification(method, params);
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.fromRunnable(this::stop);
    }
}
