// SPDX-License-Identifier: Apache-2.0
package dev.longrun.http;

import java.io.IOException;

/**
 * Sends one request and reads its whole answer, once. Never retries, never follows a redirect, never reads the status:
 * an answer of any kind is returned, and only the lack of one is thrown.
 *
 * <p>Every method may be called from many threads.
 */
public interface Transport extends AutoCloseable {

    /**
     * Blocks until the answer is complete, or {@link HttpRequest#timeout()} is over.
     *
     * @throws TransportTimeoutException when the time is over; the connection is aborted, and the server may have acted
     * @throws ResponseTooLargeException when the body, unzipped, is over the transport's limit; what is left is not
     *     read
     * @throws java.io.InterruptedIOException when the thread was interrupted; the thread's flag stays set
     * @throws IOException when there is no answer: refused, reset, cut short, not HTTP
     * @throws dev.longrun.error.NotSentException when the request cannot be sent as it is, or the transport is closed
     */
    HttpResponse send(HttpRequest request) throws IOException;

    /**
     * Aborts what is under way and lets go of connections; when it returns, nothing more is sent. Closing twice does
     * nothing.
     */
    @Override
    void close();
}
