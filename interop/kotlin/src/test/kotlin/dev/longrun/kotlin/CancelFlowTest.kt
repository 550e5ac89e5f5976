// SPDX-License-Identifier: Apache-2.0
package dev.longrun.kotlin

import dev.longrun.cancel.BatchOptions
import dev.longrun.cancel.CancelOutcome
import dev.longrun.service.ApiMethod
import dev.longrun.service.OperationName
import java.io.IOException
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.catch
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.flowOn
import kotlinx.coroutines.flow.onCompletion
import kotlinx.coroutines.flow.onEach
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.test.runTest
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout

@Timeout(60, unit = TimeUnit.SECONDS)
class CancelFlowTest {
    private val filestore = FakeFilestore()

    @AfterEach fun close() = filestore.close()

    private fun cancellable(number: Int) = filestore.name("cancels-0-$number")

    @Test
    fun eachNameHasOneResult() = runTest {
        val names = (1..200).map(::cancellable)
        val results = filestore.operations.cancelAll(names).toList()
        assertThat(results.map { it.name() }).containsExactlyInAnyOrderElementsOf(names)
        assertThat(results).allMatch { it.outcome().get().kind() == CancelOutcome.Kind.CANCELLED }
    }

    @Test
    fun aCollectorThatHasSeenEnoughEndsTheSource() = runTest {
        var ended = false
        val endless = flow {
            var i = 0
            while (true) emit(cancellable(i++))
        }
            .onCompletion { ended = true }
        val results =
            filestore.operations.cancelAll(endless, BatchOptions.defaults().withMaxInFlight(4)).take(10).toList()
        assertThat(results).hasSize(10)
        assertThat(ended).isTrue()
    }

    @Test
    fun aSlowCollectorHoldsUpTheSource() = runTest {
        val taken = AtomicInteger()
        val endless = flow { while (true) emit(cancellable(taken.incrementAndGet())) }.flowOn(Dispatchers.IO)
        val options = BatchOptions.defaults().withMaxInFlight(3)
        filestore.operations.cancelAll(endless, options).take(1).collect {
            eventually { filestore.requests(ApiMethod.CANCEL) >= 3 }
        }
        // In flight, handed over to the batch, and buffered by flowOn.
        assertThat(filestore.requests(ApiMethod.CANCEL)).isLessThanOrEqualTo(4)
    }

    @Test
    fun aSourceThatFailsDoesSoAfterTheResultsOfTheOthers() = runTest {
        val names = flow {
            repeat(3) { emit(cancellable(it)) }
            throw IllegalArgumentException("no more")
        }
        val (results, failure) = collected(names)
        assertThat(results).hasSize(3)
        assertThat(failure).isInstanceOf(IllegalArgumentException::class.java).hasMessage("no more")
    }

    @Test
    fun aCheckedExceptionOfTheSourceIsTheCause() = runTest {
        val (results, failure) = collected(flow { throw IOException("disk") })
        assertThat(results).isEmpty()
        assertThat(failure).isInstanceOf(IllegalStateException::class.java).hasStackTraceContaining("disk")
    }

    private suspend fun collected(names: Flow<OperationName>): Pair<List<OperationName>, Throwable?> {
        var failure: Throwable? = null
        val results = filestore.operations.cancelAll(names).catch { failure = it }.toList()
        return results.map { it.name() } to failure
    }

    @Test
    fun whatACollectorThrowsReachesItsCaller() = runTest {
        val names = (1..50).map(::cancellable)
        val failure = runCatching { filestore.operations.cancelAll(names).onEach { error("collector") }.collect() }
        assertThat(failure.exceptionOrNull()).hasMessage("collector")
    }
}
