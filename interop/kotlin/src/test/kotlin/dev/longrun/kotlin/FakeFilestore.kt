// SPDX-License-Identifier: Apache-2.0
package dev.longrun.kotlin

import dev.longrun.OperationsClient
import dev.longrun.OperationsClientBuilder
import dev.longrun.call.CallEvent
import dev.longrun.call.ClientListener
import dev.longrun.filestore.v1.Filestore
import dev.longrun.service.ApiMethod
import dev.longrun.service.OperationName
import dev.longrun.testkit.FakeOperationsServer
import dev.longrun.testkit.ServedRequest
import dev.longrun.time.TimeSource
import java.util.concurrent.CompletableFuture
import java.util.concurrent.atomic.AtomicInteger
import okhttp3.OkHttpClient

/** A fake Filestore on a real socket, in real time, and a client of it whose sockets can be counted. */
class FakeFilestore(configure: OperationsClientBuilder.() -> Unit = {}) : AutoCloseable {
    private val http = OkHttpClient()
    private val calls = AtomicInteger()
    private val counting =
        object : ClientListener {
            override fun callStarted(call: CallEvent) {
                calls.incrementAndGet()
            }
        }

    val server: FakeOperationsServer =
        FakeOperationsServer.start(TimeSource.system(), listOf(Filestore.definition()), 0)
    val client: OperationsClient =
        OperationsClient.builder()
            .endpoint(server.url())
            .withoutCredentials()
            .http(http)
            .listener(counting)
            .apply(configure)
            .build()
    val operations = client.coroutines()

    /** How many calls have begun, sent or not. */
    fun callsBegun(): Int = calls.get()

    fun name(id: String): OperationName = LOCATION.operation(id)

    /** Completes when the server is asked for that method the first time. */
    fun arrival(method: ApiMethod): CompletableFuture<ServedRequest> {
        val arrival = CompletableFuture<ServedRequest>()
        server.onRequest { request -> if (request.rpc().filter(method::equals).isPresent) arrival.complete(request) }
        return arrival
    }

    fun requests(method: ApiMethod): Int = server.requests().count { it.rpc().filter(method::equals).isPresent }

    /** Waits until no socket of the client is open that a request uses. */
    fun awaitNoSocketInUse() {
        val pool = http.connectionPool
        eventually { pool.connectionCount() == pool.idleConnectionCount() }
    }

    override fun close() {
        client.close()
        server.close()
    }

    companion object {
        val LOCATION = Filestore.project("acme").location("us-central1")
    }
}

/** Waits until the condition holds, or the timeout of the test interrupts it. */
fun eventually(condition: () -> Boolean) {
    while (!condition()) {
        check(!Thread.currentThread().isInterrupted) { "the condition does not hold, and the time is over" }
        Thread.onSpinWait()
    }
}
