// SPDX-License-Identifier: Apache-2.0
/**
 * One call: its permit, token, attempts, retries and deadline, blocking or asynchronous.
 *
 * <p>Read {@link dev.longrun.rpc.RpcClient} first. {@code RetryDecider} is the pure function that decides what follows
 * an attempt; {@code RetryingCall} is the state of one call; {@code RpcClient} has the blocking loop and
 * {@code AsyncRetryLoop} the asynchronous one. This package knows methods and services, but not operations. It is not
 * exported.
 */
@NullMarked
package dev.longrun.rpc;

import org.jspecify.annotations.NullMarked;
