// SPDX-License-Identifier: Apache-2.0
package dev.longrun.kotlin

import dev.longrun.call.CallOptions
import dev.longrun.operation.ListRequest
import dev.longrun.service.ApiMethod
import dev.longrun.sweep.Sweep
import dev.longrun.testkit.Fault
import java.time.Duration
import java.time.Instant
import java.util.concurrent.TimeUnit
import kotlin.time.Duration.Companion.minutes
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.TimeoutCancellationException
import kotlinx.coroutines.async
import kotlinx.coroutines.cancel
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.flow.emptyFlow
import kotlinx.coroutines.future.await
import kotlinx.coroutines.launch
import kotlinx.coroutines.test.runTest
import kotlinx.coroutines.withTimeout
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.EnumSource

/** A coroutine that is cancelled stops its requests and changes nothing on the server. */
@Timeout(60, unit = TimeUnit.SECONDS)
class CoroutineCancellationTest {
    /** Attempts do not end by themselves before the test does. */
    private val patient =
        CallOptions.defaults().withTimeout(Duration.ofMinutes(5)).withAttemptTimeout(Duration.ofMinutes(5))
    private val filestore = FakeFilestore { callOptions(patient) }
    private val name = filestore.name("stuck-a")

    @AfterEach fun close() = filestore.close()

    enum class Use(val stalls: ApiMethod, val run: suspend CoroutineOperationsClient.(FakeFilestore) -> Unit) {
        CANCEL(ApiMethod.CANCEL, { cancel(it.name("stuck-a")) }),
        AWAIT(ApiMethod.GET, { await(it.name("stuck-a")) }),
        GET(ApiMethod.GET, { get(it.name("stuck-a")) }),
        LIST(ApiMethod.LIST, { list(ListRequest.of(FakeFilestore.LOCATION.operations())) }),
        PAGES(ApiMethod.LIST, { pages(ListRequest.of(FakeFilestore.LOCATION.operations())).collect() }),
        PLAN(ApiMethod.LIST, { plan(Sweep.of(FakeFilestore.LOCATION.operations()), Instant.EPOCH) }),
        REQUEST_CANCEL(ApiMethod.CANCEL, { requestCancel(it.name("stuck-a")) }),
        SNAPSHOTS(ApiMethod.GET, { snapshots(it.name("stuck-a")).collect() }),
        CANCEL_ALL(ApiMethod.CANCEL, { cancelAll(listOf(it.name("stuck-a"))).collect() }),
    }

    @ParameterizedTest
    @EnumSource
    fun closesTheSocketAndSendsNothingMore(use: Use) = runTest {
        filestore.server.faults().on(use.stalls).always(Fault.stall())
        val arrival = filestore.arrival(use.stalls)
        val job = launch { use.run(filestore.operations, filestore) }
        arrival.await()
        job.cancelAndJoin()

        filestore.awaitNoSocketInUse()
        eventually { filestore.client.watcher().stats().watched() == 0 }
        filestore.client.close()
        assertThat(filestore.server.requestCount()).isOne()
        assertThat(filestore.requests(use.stalls)).isOne()
    }

    @ParameterizedTest
    @EnumSource
    fun thatComesFirstSendsNothing(use: Use) = runTest {
        val job =
            launch(start = CoroutineStart.UNDISPATCHED) {
                coroutineContext.cancel()
                use.run(filestore.operations, filestore)
            }
        job.join()
        assertThat(job.isCancelled).isTrue()
        assertThat(filestore.callsBegun()).isZero()
        assertThat(filestore.server.requestCount()).isZero()
    }

    @Test
    fun aTimeoutStopsTheWaitAndCancelsNoOperation() = runTest {
        val failure = runCatching { withTimeout(1.minutes) { filestore.operations.await(name) } }.exceptionOrNull()
        assertThat(failure).isInstanceOf(TimeoutCancellationException::class.java)
        eventually { filestore.client.watcher().stats().watched() == 0 }
        assertThat(filestore.requests(ApiMethod.CANCEL)).isZero()
    }

    @Test
    fun aSiblingThatFailsStopsTheOthers() = runTest {
        filestore.server.faults().on(ApiMethod.GET).of(name.value()).always(Fault.stall())
        val arrival = filestore.arrival(ApiMethod.GET)
        val failure = runCatching {
            coroutineScope {
                async { filestore.operations.get(name) }
                arrival.await()
                throw IllegalStateException("not wanted")
            }
        }
            .exceptionOrNull()
        assertThat(failure).hasMessage("not wanted").isNotInstanceOf(CancellationException::class.java)
        filestore.awaitNoSocketInUse()
        assertThat(filestore.server.requestCount()).isOne()
    }

    @Test
    fun noNamesAreNoRequests() = runTest {
        filestore.operations.cancelAll(emptyFlow()).collect()
        assertThat(filestore.server.requestCount()).isZero()
    }
}
