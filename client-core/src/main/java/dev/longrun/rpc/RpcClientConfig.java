// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.call.ContextCarrier;
import dev.longrun.call.RateLimit;
import dev.longrun.http.Transport;
import dev.longrun.time.TimeSource;
import java.util.random.RandomGenerator;

/**
 * What all calls of a client share.
 *
 * @param transport sends requests
 * @param guard decides which requests may carry credentials
 * @param identity the headers that name the client
 * @param budget allows retries
 * @param listeners are notified of calls and attempts
 * @param time clock and timer
 * @param random spreads the pauses
 * @param threads run asynchronous attempts and callbacks
 * @param rateLimit for each service and kind of call
 * @param carrier carries the caller's context to those threads
 */
public record RpcClientConfig(
        Transport transport,
        CredentialPolicy guard,
        RequestHeaders identity,
        RetryBudget budget,
        Listeners listeners,
        TimeSource time,
        RandomGenerator random,
        ClientThreads threads,
        RateLimit rateLimit,
        ContextCarrier carrier) {}
