// SPDX-License-Identifier: Apache-2.0
package dev.longrun.kotlin

import dev.longrun.operation.Operation
import dev.longrun.service.OperationName
import dev.longrun.watch.OperationWatcher
import dev.longrun.watch.WatchOptions
import kotlinx.coroutines.channels.awaitClose
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.callbackFlow
import kotlinx.coroutines.flow.conflate

/**
 * One watch for each collection. The listener of the watch runs on a thread of the client, which must not wait for a
 * collector: so the channel between them holds the newest snapshot only.
 */
internal fun watchSnapshots(
    watcher: OperationWatcher,
    name: OperationName,
    options: WatchOptions,
): Flow<Operation> = callbackFlow {
    ensureActive() // the body of such a flow runs in a cancelled coroutine too
    val telling = options.withListener { snapshot ->
        trySend(snapshot)
        options.listener().accept(snapshot)
    }
    val watch = CoroutineContextCarrier.begin(coroutineContext) { watcher.watch(name, telling) }
    watch.whenComplete { outcome, failure ->
        close(failure ?: runCatching { outcome.orElseThrow() }.exceptionOrNull())
    }
    awaitClose { watch.cancel(true) }
}
    .conflate()
