// SPDX-License-Identifier: Apache-2.0
package dev.longrun.kotlin

import dev.longrun.call.CallOptions
import dev.longrun.call.RetryPolicy
import dev.longrun.cancel.CancelOptions
import dev.longrun.cancel.CancelOutcome
import dev.longrun.error.ApiException
import dev.longrun.error.Code
import dev.longrun.error.ConfigurationException
import dev.longrun.operation.ListRequest
import dev.longrun.service.ApiMethod
import dev.longrun.sweep.Sweep
import dev.longrun.testkit.Fault
import dev.longrun.watch.WatchOptions
import dev.longrun.watch.WatchOutcome
import java.time.Instant
import java.util.concurrent.TimeUnit
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.minutes
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.test.runTest
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout

@Timeout(60, unit = TimeUnit.SECONDS)
class CoroutineCallsTest {
    private val filestore = FakeFilestore()
    private val operations = filestore.operations

    @AfterEach fun close() = filestore.close()

    @Test
    fun cancelTellsWhatBecameOfTheOperation() = runTest {
        val options = CancelOptions.defaults()
        assertThat(operations.cancel(filestore.name("cancels-0-a")).kind()).isEqualTo(CancelOutcome.Kind.CANCELLED)
        assertThat(operations.cancel(filestore.name("completes-0-a"), options).kind())
            .isEqualTo(CancelOutcome.Kind.COMPLETED_ANYWAY)
    }

    @Test
    fun callsRunAtTheSameTime() = runTest {
        val outcomes = (1..40).map { async { operations.cancel(filestore.name("cancels-0-$it")) } }.awaitAll()
        assertThat(outcomes.map { it.name() }).isEqualTo((1..40).map { filestore.name("cancels-0-$it") })
        assertThat(outcomes).allMatch { it.kind() == CancelOutcome.Kind.CANCELLED }
    }

    @Test
    fun awaitEndsWithTheOperationOrTheTimeout() = runTest {
        val endless = filestore.name("stuck-a")
        val done = filestore.name("done-a")
        assertThat(operations.await(done).kind()).isEqualTo(WatchOutcome.Kind.DONE)
        assertThat(operations.await(done, 1.minutes).operation()).isPresent()
        assertThat(operations.await(endless, 50.milliseconds).kind()).isEqualTo(WatchOutcome.Kind.TIMED_OUT)
        assertThat(operations.await(endless, WatchOptions.defaults().withUntil { true }).kind())
            .isEqualTo(WatchOutcome.Kind.DONE)
    }

    @Test
    fun eachCallOfTheApiIsOneRequest() = runTest {
        val name = filestore.name("stuck-b")
        assertThat(operations.get(name).name()).isEqualTo(name)
        operations.requestCancel(name)
        assertThat(operations.list(ListRequest.of(FakeFilestore.LOCATION.operations())).operations()).hasSize(1)
        operations.delete(filestore.name("done-b"))

        assertThat(filestore.server.requests().map { it.line() })
            .containsExactly(
                "GET /v1/projects/acme/locations/us-central1/operations/stuck-b",
                "POST /v1/projects/acme/locations/us-central1/operations/stuck-b:cancel",
                "GET /v1/projects/acme/locations/us-central1/operations",
                "DELETE /v1/projects/acme/locations/us-central1/operations/done-b",
            )
    }

    @Test
    fun aPlanListsAndChangesNothing() = runTest {
        filestore.server.operation(filestore.name("running").value()).neverEnds()
        val plan = operations.plan(Sweep.of(FakeFilestore.LOCATION.operations()), Instant.EPOCH)
        assertThat(plan.names()).containsExactly(filestore.name("running"))
        assertThat(filestore.requests(ApiMethod.LIST)).isEqualTo(filestore.server.requests().size).isOne()
    }

    @Test
    fun locationsAreThoseOfTheService() = runTest {
        filestore.server.operation(filestore.name("a").value()).neverEnds()
        val found =
            operations
                .with(CallOptions.defaults())
                .locations(FakeFilestore.LOCATION.operations().service(), "projects/acme")
        assertThat(found.map { it.value() }).contains("projects/acme/locations/us-central1")
    }

    @Test
    fun waitingOnAServerThatCannotIsAnErrorOfTheService() = runTest {
        val failure = runCatching { operations.waitOnServer(filestore.name("stuck-c"), 1.minutes) }.exceptionOrNull()
        assertThat(failure).isInstanceOf(ApiException::class.java)
    }

    @Test
    fun exceptionsAreThoseOfTheClient() = runTest {
        val failure = runCatching { operations.get(filestore.name("unheard-of")) }.exceptionOrNull()
        assertThat(failure).isInstanceOf(ApiException::class.java)
        assertThat((failure as ApiException).status().code()).isEqualTo(Code.NOT_FOUND)
        filestore.client.close()
        assertThat(runCatching { operations.cancel(filestore.name("stuck-d")) }.exceptionOrNull())
            .isInstanceOf(ConfigurationException::class.java)
    }

    @Test
    fun otherCallOptionsHoldForSingleCalls() = runTest {
        filestore.server.faults().on(ApiMethod.GET).always(Fault.unavailable())
        val once = operations.with(CallOptions.defaults().withRetry(RetryPolicy.none()))
        assertThat(runCatching { once.get(filestore.name("stuck-e")) }.isFailure).isTrue()
        assertThat(filestore.requests(ApiMethod.GET)).isOne()
    }
}
