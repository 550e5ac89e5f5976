// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import dev.longrun.text.SafeText;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.util.Optional;

/** Tells the client how far a call is, if it asked for that. Thread-safe. */
final class CallProgress {
    private final McpAsyncServerExchange exchange;
    private final Optional<Object> token;

    private CallProgress(McpAsyncServerExchange exchange, Optional<Object> token) {
        this.exchange = exchange;
        this.token = token;
    }

    static CallProgress of(McpAsyncServerExchange exchange, CallToolRequest request) {
        return new CallProgress(exchange, Optional.ofNullable(request.meta()).map(meta -> meta.get("progressToken")));
    }

    boolean isWanted() {
        return token.isPresent();
    }

    /**
     * @param progress more than in the call before
     * @param message may be text of a server
     */
    void tell(double progress, double total, String message) {
        token.ifPresent(to -> exchange.progressNotification(ProgressNotification.builder(to, progress)
                        .total(total)
                        .message(SafeText.of(message))
                        .build())
                .onErrorComplete()
                .subscribe());
    }
}
