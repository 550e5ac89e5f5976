// SPDX-License-Identifier: Apache-2.0
package dev.longrun.kotlin

import dev.longrun.OperationsClientBuilder
import dev.longrun.call.AttemptEvent
import dev.longrun.call.CallEvent
import dev.longrun.call.ClientListener
import dev.longrun.call.ContextCarrier
import dev.longrun.call.OperationEvent
import dev.longrun.cancel.CancelOutcome
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger
import java.util.function.UnaryOperator
import kotlin.coroutines.CoroutineContext
import kotlinx.coroutines.CopyableThreadContextElement
import kotlinx.coroutines.DelicateCoroutinesApi
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.ThreadContextElement
import kotlinx.coroutines.asContextElement
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.test.runTest
import kotlinx.coroutines.withContext
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout

@Timeout(60, unit = TimeUnit.SECONDS)
class CoroutineContextCarrierTest {
    private val request = ThreadLocal<String?>()
    private val seen = ConcurrentLinkedQueue<String>()

    private fun note(event: String) {
        seen.add("$event in ${request.get()}")
    }

    private val listener =
        object : ClientListener {
            override fun callStarted(call: CallEvent) = note("started")

            override fun attemptEnded(attempt: AttemptEvent) = note("attempt")

            override fun callEnded(call: CallEvent) = note("ended")

            override fun operationEnded(operation: OperationEvent) = note("operation")
        }

    private fun filestore(carrier: ContextCarrier) = FakeFilestore { contextCarrier(carrier).listener(listener) }

    @Test
    fun listenersSeeTheContextOfTheCoroutine() = runTest {
        filestore(CoroutineContextCarrier).use { filestore ->
            withContext(Dispatchers.Default + request.asContextElement("r17")) {
                filestore.operations.cancel(filestore.name("cancels-0-a"))
            }
        }
        assertThat(seen).contains("started in r17", "attempt in r17", "ended in r17", "operation in r17")
        assertThat(seen).allMatch { it.endsWith(" in r17") }
    }

    @Test
    fun coroutinesOfOneThreadKeepTheirContextsApart() = runTest {
        filestore(CoroutineContextCarrier).use { filestore ->
            (1..20)
                .map { number ->
                    async(request.asContextElement("r$number")) {
                        filestore.operations.get(filestore.name("stuck-$number"))
                    }
                }
                .awaitAll()
            filestore.client.operations().get(filestore.name("stuck-outside"))
        }
        assertThat(seen.groupingBy { it }.eachCount())
            .containsAllEntriesOf((1..20).associate { "attempt in r$it" to 1 })
            .containsEntry("attempt in null", 1)
    }

    @Test
    fun aFlowHasTheContextOfItsCollector() = runTest {
        filestore(CoroutineContextCarrier).use { filestore ->
            withContext(request.asContextElement("r1")) {
                filestore.operations.snapshots(filestore.name("done-a")).first()
            }
        }
        assertThat(seen).contains("attempt in r1").allMatch { it.endsWith(" in r1") }
    }

    @Test
    fun otherCarriersCarryTheContextOfOtherCalls() = runTest {
        val carriers: OperationsClientBuilder.() -> Unit = {
            contextCarrier(CoroutineContextCarrier).contextCarrier { captured(request.get()) }.listener(listener)
        }
        FakeFilestore(carriers).use { filestore ->
            request.set("blocking")
            filestore.client.operations().get(filestore.name("stuck-a"))
            filestore.client.operations().getAsync(filestore.name("stuck-b")).join()
            request.remove()
        }
        assertThat(seen).contains("attempt in blocking").allMatch { it.endsWith(" in blocking") }
    }

    private fun captured(value: String?) =
        UnaryOperator<Runnable> { task ->
            Runnable {
                val before = request.get()
                request.set(value)
                try {
                    task.run()
                } finally {
                    request.set(before)
                }
            }
        }

    @Test
    fun elementsThatAreChangedByWhoSeesThemAreCopiedForEachTask() = runTest {
        val own =
            filestore(CoroutineContextCarrier).use { filestore ->
                withContext(Copyable(request, AtomicInteger(), 0)) {
                    filestore.operations.get(filestore.name("stuck-a"))
                    request.get()
                }
            }
        assertThat(seen.filter { it.startsWith("attempt") }).isNotEmpty().allMatch {
            it.startsWith("attempt in copy ") && it != "attempt in $own"
        }
    }

    @OptIn(DelicateCoroutinesApi::class, ExperimentalCoroutinesApi::class)
    private class Copyable(
        private val local: ThreadLocal<String?>,
        private val copies: AtomicInteger,
        private val number: Int,
    ) : CopyableThreadContextElement<String?> {
        override val key = Key

        override fun updateThreadContext(context: CoroutineContext): String? =
            local.get().also { local.set("copy $number") }

        override fun restoreThreadContext(context: CoroutineContext, oldState: String?) = local.set(oldState)

        override fun copyForChild() = Copyable(local, copies, copies.incrementAndGet())

        override fun mergeForChild(overwritingElement: CoroutineContext.Element) = overwritingElement

        companion object Key : CoroutineContext.Key<Copyable>
    }

    @Test
    fun anElementThatFailsOnThreadsOfTheClientKeepsNoCallFromEnding() = runTest {
        val caller = Thread.currentThread()
        val outcome =
            filestore(CoroutineContextCarrier).use { filestore ->
                withContext(Failing { Thread.currentThread() !== caller }) {
                    filestore.operations.cancel(filestore.name("cancels-0-a"))
                }
            }
        assertThat(outcome.kind()).isEqualTo(CancelOutcome.Kind.CANCELLED)
        assertThat(seen).contains("attempt in null")
    }

    private class Failing(private val fails: () -> Boolean) : ThreadContextElement<Unit> {
        override val key = Key

        override fun updateThreadContext(context: CoroutineContext) = check(!fails()) { "no context here" }

        override fun restoreThreadContext(context: CoroutineContext, oldState: Unit) = Unit

        companion object Key : CoroutineContext.Key<Failing>
    }
}
