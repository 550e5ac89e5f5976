// SPDX-License-Identifier: Apache-2.0
package dev.longrun.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/**
 * Sends one request once and reads its whole response. Never retries, never follows a redirect, never interprets the
 * status: a response of any status is a result, and only a missing one is a failure.
 *
 * <p>Implementations are thread-safe.
 */
public interface Transport extends AutoCloseable {

    /**
     * Sends the request. Completing the future from outside, as {@code cancel} and {@code orTimeout} do, aborts the
     * request and closes its connection.
     *
     * <p>The future fails with
     *
     * <ul>
     *   <li>{@link SocketTimeoutException} if {@link HttpRequest#timeout()} passed; the request may have arrived
     *   <li>{@link ResponseTooLargeException} if the unzipped body is over the transport's limit
     *   <li>another {@link IOException} if no response came: refused, reset, cut short, not HTTP. One for which
     *       {@link NotSentException#isSaidBy} holds says that nothing was sent
     *   <li>{@link dev.longrun.error.ConfigurationException} if the transport is closed, or an
     *       {@link IllegalArgumentException} if the request cannot be sent as it is; nothing was sent
     * </ul>
     *
     * @param executor for tasks that block; a transport that never blocks does not need it
     */
    CompletableFuture<HttpResponse> sendAsync(HttpRequest request, Executor executor);

    /**
     * As {@link #sendAsync}, waiting on this thread.
     *
     * @throws InterruptedIOException if the thread was interrupted after the request may have left; the request is
     *     aborted and the thread stays interrupted
     * @throws NotSentException if it was interrupted before; the thread stays interrupted
     */
    default HttpResponse send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse> response = sendAsync(request, Runnable::run);
        try {
            return response.get();
        } catch (InterruptedException interrupted) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            throw (InterruptedIOException)
                    new InterruptedIOException(request + ": the thread was interrupted; the request may have arrived")
                            .initCause(interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException noResponse) {
                throw noResponse;
            } else if (failed.getCause() instanceof RuntimeException notSent) {
                throw notSent;
            }
            throw new IOException(request + ": " + failed.getCause(), failed.getCause());
        }
    }

    /**
     * Aborts requests in flight and releases connections. Nothing is sent after it returns. Closing twice has no
     * effect.
     */
    @Override
    void close();
}
