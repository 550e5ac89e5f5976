// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.auth.CredentialsException;
import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.http.HttpResponse;
import dev.longrun.http.NotSentException;
import dev.longrun.http.ResponseTooLargeException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** An attempt without a 2xx response. */
sealed interface AttemptResult {

    /** Whether the request may have been carried out although no response says so. */
    boolean isAmbiguous();

    /** The failure in a word or two, for events. */
    String problem();

    /** The status of the response; 0 if none came. */
    int httpStatus();

    /** Whether it is certain that nothing reached the server. */
    boolean neverConnected();

    static AttemptResult of(IOException cause) {
        return of(cause, cause);
    }

    /** @param shown as of {@link TransportFailure} */
    static AttemptResult of(IOException cause, Throwable shown) {
        return new TransportFailure(cause, shown);
    }

    /**
     * A response other than 2xx.
     *
     * @param status the canonical status, from the body or else from the HTTP status
     * @param hasApiErrorBody whether the body is a Google JSON error; a front end's HTML page is not
     * @param hint how long the server asks the client to wait
     */
    record ErrorResponse(HttpResponse response, Status status, boolean hasApiErrorBody, Optional<Duration> hint)
            implements AttemptResult {

        /** True for errors of a server or gateway, but not where the method does not exist. */
        @Override
        public boolean isAmbiguous() {
            return response.status() / 100 == 5 && status.code() != Code.UNIMPLEMENTED;
        }

        @Override
        public String problem() {
            return status.code().name();
        }

        @Override
        public int httpStatus() {
            return response.status();
        }

        @Override
        public boolean neverConnected() {
            return false;
        }
    }

    /**
     * No response.
     *
     * @param shown the cause as it may be shown: without the token of the request
     */
    record TransportFailure(IOException cause, Throwable shown) implements AttemptResult {

        @Override
        public boolean isAmbiguous() {
            return !neverConnected();
        }

        @Override
        public String problem() {
            if (cause instanceof UnknownHostException) {
                return "unknown host";
            } else if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
                return "no connection";
            } else if (cause instanceof SSLException) {
                return "no TLS";
            } else if (cause instanceof CredentialsException) {
                return "no token";
            } else if (cause instanceof ResponseTooLargeException) {
                return "response too large";
            } else if (cause instanceof NotSentException) {
                return cause.getCause() instanceof SSLException ? "no TLS" : "no connection";
            }
            return cause instanceof InterruptedIOException ? "no response in time" : "connection lost";
        }

        @Override
        public int httpStatus() {
            return 0;
        }

        @Override
        public boolean neverConnected() {
            return cause instanceof CredentialsException || NotSentException.isSaidBy(cause);
        }

        boolean isTimeout() {
            return cause instanceof SocketTimeoutException;
        }
    }
}
