// SPDX-License-Identifier: Apache-2.0
/**
 * The options and listeners of calls: deadlines, retries, rate limits, events, and the context of the caller. A call is
 * one method with all its attempts; an attempt is one HTTP request.
 *
 * <pre>{@code
 * OperationsClient client = OperationsClient.builder()
 *         .callOptions(CallOptions.defaults().withRetry(RetryPolicy.defaults().withMaxAttempts(3)))
 *         .rateLimit(RateLimit.fixed(20))
 *         .listener(ClientListener.ofAttempts(System.out::println))
 *         .build();
 * }</pre>
 *
 * <p>Read {@link dev.longrun.call.CallOptions} first, then {@link dev.longrun.call.RetryPolicy}. This package holds
 * values and interfaces only; {@code dev.longrun.rpc} makes the calls.
 */
@NullMarked
package dev.longrun.call;

import org.jspecify.annotations.NullMarked;
