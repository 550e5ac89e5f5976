// SPDX-License-Identifier: Apache-2.0
package com.example.stop

import dev.longrun.OperationsClient
import dev.longrun.filestore.v1.Filestore
import dev.longrun.kotlin.coroutines
import dev.longrun.testkit.FakeOperationsServer
import kotlinx.coroutines.runBlocking

/** Cancels an operation of a fake server in a coroutine. */
fun main() {
    FakeOperationsServer.start().use { server ->
        OperationsClient.builder().endpoint(server.url()).withoutCredentials().build().use { client ->
            val name = Filestore.project("acme").location("us-central1").operation("cancels-0-x")
            println(runBlocking { client.coroutines().cancel(name) }.describe())
        }
    }
}
