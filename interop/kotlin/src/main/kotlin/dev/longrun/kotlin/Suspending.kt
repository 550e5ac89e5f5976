// SPDX-License-Identifier: Apache-2.0
package dev.longrun.kotlin

import java.util.concurrent.CompletableFuture
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.future.await

/**
 * Begins a call in the context of this coroutine, and suspends until its end. A coroutine that is cancelled cancels the
 * future, which aborts the request; one that was cancelled before begins none.
 */
internal suspend fun <T> suspending(call: () -> CompletableFuture<T>): T {
    val context = currentCoroutineContext()
    context.ensureActive()
    return CoroutineContextCarrier.begin(context, call).await()
}
