// SPDX-License-Identifier: Apache-2.0
package dev.longrun.kotlin

import dev.longrun.cancel.BatchOptions
import dev.longrun.cancel.CancelResult
import dev.longrun.cancel.LroCanceller
import dev.longrun.service.OperationName
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.channels.ReceiveChannel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.future.await
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking

/** One batch for each collection, which closes it however it ends. */
internal fun cancelResults(
    canceller: LroCanceller,
    names: Flow<OperationName>,
    options: BatchOptions,
): Flow<CancelResult> = flow {
    val context = currentCoroutineContext()
    context.ensureActive()
    coroutineScope {
        val source = namesOf(names)
        val batch = CoroutineContextCarrier.begin(context) { canceller.cancelAll(source.blockingIterator(), options) }
        batch.use {
            var result = batch.nextAsync().await()
            while (result.isPresent) {
                emit(result.get())
                result = batch.nextAsync().await()
            }
        }
        source.cancel()
    }
}

/**
 * The names, collected in this scope. The exception of a flow that fails is for those who receive, not for the scope.
 */
private fun CoroutineScope.namesOf(names: Flow<OperationName>): ReceiveChannel<OperationName> {
    val channel = Channel<OperationName>(Channel.RENDEZVOUS)
    launch(start = CoroutineStart.UNDISPATCHED) {
        val failure = runCatching { names.collect { channel.send(it) } }.exceptionOrNull()
        channel.close(failure)
    }
    return channel
}

/** For the thread of a batch, which is there to wait for names, and which is interrupted when the batch is closed. */
private fun ReceiveChannel<OperationName>.blockingIterator(): Iterator<OperationName> = iterator {
    while (true) {
        val received = runBlocking { receiveCatching() }
        received.exceptionOrNull()?.let { throw it }
        yield(received.getOrNull() ?: return@iterator)
    }
}
