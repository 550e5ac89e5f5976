// SPDX-License-Identifier: Apache-2.0
package dev.longrun.kotlin

import dev.longrun.OperationsClient
import dev.longrun.call.CallOptions
import dev.longrun.cancel.BatchOptions
import dev.longrun.cancel.CancelOptions
import dev.longrun.cancel.CancelOutcome
import dev.longrun.cancel.CancelResult
import dev.longrun.operation.ListRequest
import dev.longrun.operation.Operation
import dev.longrun.operation.OperationPage
import dev.longrun.operation.Operations
import dev.longrun.service.OperationName
import dev.longrun.service.OperationParent
import dev.longrun.service.ServiceDefinition
import dev.longrun.sweep.Sweep
import dev.longrun.sweep.SweepPlan
import dev.longrun.watch.WatchOptions
import dev.longrun.watch.WatchOutcome
import java.time.Instant
import kotlin.time.Duration
import kotlin.time.toJavaDuration
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.asFlow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.transform

/**
 * A client whose calls suspend, and whose lists, watches and batches are flows.
 *
 * ```kotlin
 * OperationsClient.create().use { client ->
 *     val operations = client.coroutines()
 *     val outcome = withTimeout(1.minutes) { operations.cancel(name) }
 *     println(outcome.describe())
 * }
 * ```
 *
 * A coroutine that is cancelled, `withTimeout` included, stops its calls: requests in flight are aborted, their sockets
 * are closed, no further request is sent, and nothing on the server changes. In particular no operation is cancelled,
 * except those whose cancel had been sent before.
 *
 * Exceptions and outcomes are those of the Java methods that are named below. No thread is held while a call waits, and
 * a coroutine goes on in its own dispatcher. Flows are cold: each collection makes its own requests. Thread-safe. The
 * client stays the owner of connections and threads; the code that made it closes it.
 */
public class CoroutineOperationsClient
internal constructor(
    private val client: OperationsClient,
    private val calls: Operations,
    private val callOptions: CallOptions?,
) {
    /** The same client, whose single calls have other deadlines or retries; cancels and watches have their own. */
    public fun with(options: CallOptions): CoroutineOperationsClient =
        CoroutineOperationsClient(client, calls.with(options), options)

    /** Cancels an operation and waits for its outcome, with the client's options: `LroCanceller.cancel`. */
    public suspend fun cancel(name: OperationName): CancelOutcome = suspending { client.canceller().cancelAsync(name) }

    /** Cancels an operation and waits for its outcome. */
    public suspend fun cancel(name: OperationName, options: CancelOptions): CancelOutcome = suspending {
        client.canceller().cancelAsync(name, options)
    }

    /**
     * Cancels operations as they come, and emits each result as soon as it is known: `LroCanceller.cancelAll`.
     *
     * Names are collected while there is room for them in the batch, so a source without end is welcome. A collector
     * that is slow holds up no cancel under way, but new ones. A [names] flow that fails ends the result flow with its
     * exception after the results of the cancels that had begun.
     */
    public fun cancelAll(
        names: Flow<OperationName>,
        options: BatchOptions = BatchOptions.defaults(),
    ): Flow<CancelResult> = cancelResults(client.canceller(), names, options)

    /** Cancels operations, as the other [cancelAll]. */
    public fun cancelAll(
        names: Iterable<OperationName>,
        options: BatchOptions = BatchOptions.defaults(),
    ): Flow<CancelResult> = cancelAll(names.asFlow(), options)

    /** Waits until the operation is done, with the client's options: `OperationWatcher.await`. */
    public suspend fun await(name: OperationName): WatchOutcome = suspending { client.watcher().watch(name) }

    /** Waits until the operation is done, for [timeout] at most, which is an outcome and not an exception. */
    public suspend fun await(name: OperationName, timeout: Duration): WatchOutcome = suspending {
        client.watcher().watch(name, timeout.toJavaDuration())
    }

    /** Waits until the operation is done. */
    public suspend fun await(name: OperationName, options: WatchOptions): WatchOutcome = suspending {
        client.watcher().watch(name, options)
    }

    /**
     * The snapshots of an operation, each different from the one before, the last one done: `OperationWatcher.watch`.
     *
     * ```kotlin
     * operations.snapshots(name).collect { println(it.info().progress()) }
     * ```
     *
     * A collector that is slow gets the newest snapshot and misses older ones; it always gets the last one. The flow
     * has no timeout of its own unless the options have one.
     *
     * @throws dev.longrun.error.LongrunException (on collection) if the operation cannot be read any more, or the
     *   timeout of [options] has passed
     */
    public fun snapshots(
        name: OperationName,
        options: WatchOptions = WatchOptions.defaults().withoutTimeout(),
    ): Flow<Operation> = watchSnapshots(client.watcher(), name, options)

    /** Reads an operation: `Operations.get`. */
    public suspend fun get(name: OperationName): Operation = suspending { calls.getAsync(name) }

    /** Reads one page: `Operations.list`. */
    public suspend fun list(request: ListRequest): OperationPage = suspending { calls.listAsync(request) }

    /** All pages from the one that [request] names; each is fetched when the collector is ready for it. */
    public fun pages(request: ListRequest): Flow<OperationPage> = flow {
        var next: ListRequest? = request
        while (next != null) {
            val page = list(next)
            emit(page)
            next = next.next(page).orElse(null)
        }
    }

    /** The operations of all [pages]. */
    public fun operations(request: ListRequest): Flow<Operation> =
        pages(request).transform { page -> page.operations().forEach { emit(it) } }

    /** Only requests a cancel, and does not find out what became of it: `Operations.cancel`. [cancel] does both. */
    public suspend fun requestCancel(name: OperationName) {
        suspending { calls.cancelAsync(name) }
    }

    /** Deletes the record of an operation; its work goes on: `Operations.delete`. */
    public suspend fun delete(name: OperationName) {
        suspending { calls.deleteAsync(name) }
    }

    /** Lets the server wait for the end of an operation; few services can: `Operations.wait`. */
    public suspend fun waitOnServer(name: OperationName, timeout: Duration): Operation = suspending {
        calls.waitAsync(name, timeout.toJavaDuration())
    }

    /** The locations that a service lists, as parents of operations: `Locations.list`. */
    public suspend fun locations(service: ServiceDefinition, project: String): List<OperationParent> = suspending {
        located().listAsync(service, project)
    }

    /** Lists what a sweep would cancel, and changes nothing: `Sweep.plan`. */
    public suspend fun plan(sweep: Sweep, now: Instant): SweepPlan = suspending { sweep.planAsync(calls, now) }

    private fun located() = callOptions?.let { client.locations().with(it) } ?: client.locations()
}

/** The same client in the form of coroutines. Costs nothing; both forms may be used side by side. */
public fun OperationsClient.coroutines(): CoroutineOperationsClient =
    CoroutineOperationsClient(this, operations(), null)
