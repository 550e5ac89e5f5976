// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.http.Transport;
import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all calls of a client share.
 *
 * @param transport sends
 * @param guard gives each request the credentials it may carry
 * @param identity who calls
 * @param budget allows retries
 * @param listener is told of each attempt
 * @param time clock, pauses and timer
 * @param random spreads the pauses
 * @param threads run asynchronous attempts and callbacks
 * @param rateLimit for each service and kind of call
 */
public record RpcClientConfig(
        Transport transport,
        CredentialPolicy guard,
        RequestHeaders identity,
        RetryBudget budget,
        CallListener listener,
        TimeSource time,
        RandomGenerator random,
        ClientThreads threads,
        RateLimit rateLimit) {
    private static final Logger LOG = LoggerFactory.getLogger(CallListener.class);

    /** A listener is a guest: what it throws must not change what became of the call. */
    void tell(CallRequest request, AttemptResult attempt, int number, Duration elapsed) {
        try {
            listener.onAttempt(event(request, attempt, number, elapsed));
        } catch (Throwable dropped) { // checked ones too: other languages do not declare them
            LOG.warn("a CallListener failed and was ignored", dropped);
        }
    }

    private static AttemptEvent event(CallRequest request, AttemptResult attempt, int number, Duration elapsed) {
        int http = 0;
        String problem = "";
        if (attempt instanceof AttemptResult.Success answered) {
            http = answered.response().status();
        } else if (attempt instanceof AttemptResult.ErrorResponse refused) {
            http = refused.response().status();
            problem = refused.status().code().name();
        } else if (attempt instanceof AttemptResult.TransportFailure unanswered) {
            problem = unanswered.problem();
        }
        return new AttemptEvent(
                request.service().name(),
                request.rpc(),
                request.subject(),
                request.origin(),
                request.method(),
                request.path(),
                number,
                http,
                problem,
                elapsed);
    }
}
