// SPDX-License-Identifier: Apache-2.0
package dev.longrun.kotlin

import dev.longrun.error.ApiException
import dev.longrun.error.DeadlineExceededException
import dev.longrun.operation.Operation
import dev.longrun.service.ApiMethod
import dev.longrun.testkit.Fault
import dev.longrun.testkit.Metadata
import dev.longrun.watch.WatchOptions
import java.time.Duration
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.onEach
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.test.runTest
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout

@Timeout(60, unit = TimeUnit.SECONDS)
class SnapshotFlowTest {
    private val filestore = FakeFilestore()
    private val name = filestore.name("a")

    init {
        filestore.server.operation(name.value()).cancelsAfter(Duration.ZERO)
    }

    @AfterEach fun close() = filestore.close()

    @Test
    fun endsWithTheSnapshotThatIsDone() = runTest {
        val seen =
            filestore.operations
                .snapshots(name)
                .onEach { if (!it.done()) filestore.operations.requestCancel(name) }
                .toList()
        assertThat(seen.map { it.done() }).containsExactly(false, true)
    }

    @Test
    fun aSlowCollectorMissesOlderSnapshotsButNotTheLast() = runTest {
        val told = ConcurrentLinkedQueue<Operation>()
        val progress = AtomicInteger()
        filestore.server
            .operation(name.value())
            .metadata(Metadata.common("create", "projects/acme").withPercent { progress.get() })
        val options = WatchOptions.defaults().withListener { told.add(it) }

        val seen =
            filestore.operations
                .snapshots(name, options)
                .onEach { snapshot ->
                    if (!snapshot.done()) {
                        for (percent in 1..5) {
                            val before = told.size
                            progress.set(percent * 10)
                            eventually { told.size > before }
                        }
                        filestore.client.operations().cancel(name)
                        eventually { told.any(Operation::done) }
                    }
                }
                .toList()

        assertThat(told).hasSizeGreaterThanOrEqualTo(7)
        assertThat(seen.map { it.done() }).containsExactly(false, true)
        assertThat(seen.last()).isEqualTo(told.last())
    }

    @Test
    fun collectorsThatHaveSeenEnoughStopTheWatch() = runTest {
        val first = filestore.operations.snapshots(name).first()
        assertThat(first.done()).isFalse()
        eventually { filestore.client.watcher().stats().watched() == 0 }
    }

    @Test
    fun eachCollectionIsAWatchOfItsOwn() = runTest {
        val snapshots = filestore.operations.snapshots(name)
        filestore.client.operations().cancel(name)
        assertThat(snapshots.toList()).hasSize(1)
        assertThat(snapshots.toList()).hasSize(1)
        assertThat(filestore.requests(ApiMethod.GET)).isEqualTo(2)
    }

    @Test
    fun failsWithTheErrorOfAnOperationThatCannotBeRead() = runTest {
        filestore.server.faults().on(ApiMethod.GET).always(Fault.permissionDenied())
        val failure = runCatching { filestore.operations.snapshots(name).toList() }.exceptionOrNull()
        assertThat(failure).isInstanceOf(ApiException::class.java)
    }

    @Test
    fun failsWhenTheTimeoutOfTheOptionsHasPassed() = runTest {
        val options = WatchOptions.defaults().withTimeout(Duration.ofMillis(100))
        val failure = runCatching { filestore.operations.snapshots(name, options).toList() }.exceptionOrNull()
        assertThat(failure)
            .isInstanceOf(DeadlineExceededException::class.java)
            .hasMessageContaining("it can be watched again")
    }

    @Test
    fun aListenerThatThrowsTakesNoSnapshotAway() = runTest {
        val options = WatchOptions.defaults().withListener { throw IllegalStateException("listener") }
        filestore.client.operations().cancel(name)
        assertThat(filestore.operations.snapshots(name, options).toList()).hasSize(1)
    }

    @Test
    fun whatACollectorThrowsReachesItsCallerAndStopsTheWatch() = runTest {
        val failure = runCatching { filestore.operations.snapshots(name).collect { error("collector") } }
        assertThat(failure.exceptionOrNull()).hasMessage("collector")
        eventually { filestore.client.watcher().stats().watched() == 0 }
    }
}
