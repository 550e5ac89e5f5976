// SPDX-License-Identifier: Apache-2.0
/**
 * One call: build the request, authorise it, send it, retry it within one deadline, read the answer.
 *
 * <p>Read {@link dev.longrun.call.RpcClient} first, then {@link dev.longrun.call.RetryPolicy}. What to do after an
 * attempt is decided by a pure function; only two short loops in {@code RpcClient} send and wait. This package knows
 * RPCs and services, but not what an operation is.
 */
@NullMarked
package dev.longrun.call;

import org.jspecify.annotations.NullMarked;
