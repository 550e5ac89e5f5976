// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.auth.CredentialsException;
import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.http.HttpResponse;
import dev.longrun.http.ResponseTooLargeException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What one attempt came to. */
sealed interface AttemptResult {

    /** Whether the request may have been carried out although nobody said so. */
    boolean isLost();

    /** A 2xx answer. */
    record Success(HttpResponse response) implements AttemptResult {
        @Override
        public boolean isLost() {
            return false;
        }
    }

    /**
     * Any other answer.
     *
     * @param status the canonical status, from the body or else from the HTTP status
     * @param hasApiErrorBody whether the body was a Google JSON error; a front end's HTML page is not
     * @param hint how long the server asked us to wait
     */
    record ErrorResponse(HttpResponse response, Status status, boolean hasApiErrorBody, Optional<Duration> hint)
            implements AttemptResult {

        /**
         * A server that fails, or a proxy that no longer waits for it, does not know; one that lacks the method does.
         */
        @Override
        public boolean isLost() {
            return response.status() / 100 == 5 && status.code() != Code.UNIMPLEMENTED;
        }
    }

    /** No answer: the request may have been carried out all the same. */
    record TransportFailure(IOException cause) implements AttemptResult {

        @Override
        public boolean isLost() {
            return !neverConnected();
        }

        /** In a word or two. */
        String problem() {
            if (cause instanceof UnknownHostException) {
                return "unknown host";
            } else if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
                return "no connection";
            } else if (cause instanceof SSLException) {
                return "no TLS";
            } else if (cause instanceof CredentialsException) {
                return "no token";
            } else if (cause instanceof ResponseTooLargeException) {
                return "answer too large";
            }
            return cause instanceof InterruptedIOException ? "no answer in time" : "connection lost";
        }

        /** Whether it is certain that nothing reached the server. */
        boolean neverConnected() {
            return cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof SSLHandshakeException
                    || cause instanceof SSLPeerUnverifiedException
                    || cause instanceof CredentialsException;
        }
    }
}
