// SPDX-License-Identifier: Apache-2.0
package dev.longrun.kotlin

import dev.longrun.call.ContextCarrier
import java.util.function.UnaryOperator
import kotlin.coroutines.CoroutineContext
import kotlinx.coroutines.CopyableThreadContextElement
import kotlinx.coroutines.DelicateCoroutinesApi
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.ThreadContextElement

/**
 * Carries the thread context elements of the calling coroutine (`MDCContext`, OpenTelemetry's `asContextElement()`,
 * `ThreadLocal.asContextElement`) to listeners, interceptors and callbacks of its calls.
 *
 * ```kotlin
 * val client = OperationsClient.builder().contextCarrier(CoroutineContextCarrier).listener(listener).build()
 * withContext(MDCContext(mapOf("request" to "17"))) {
 *     client.coroutines().cancel(name)     // the listener sees the request in its MDC
 * }
 * ```
 *
 * An element is installed on a thread of the client before each task of a call, and removed after it, by its own
 * `updateThreadContext` and `restoreThreadContext`. Other elements of the coroutine, its job and dispatcher among them,
 * stay where they are. Calls that no coroutine of [CoroutineOperationsClient] made have no such context; a client may
 * have other carriers for them.
 */
public object CoroutineContextCarrier : ContextCarrier {
    /** The context of the coroutine whose call begins, or goes on, on this thread. */
    private val current = ThreadLocal<CoroutineContext?>()

    override fun capture(): UnaryOperator<Runnable> {
        val context = current.get() ?: return ContextCarrier.none().capture()
        return UnaryOperator { task -> Runnable { restored(context, task) } }
    }

    /** Runs the code that begins a call; what it captures is the context of the coroutine. */
    internal fun <T> begin(context: CoroutineContext, call: () -> T): T {
        val before = current.get()
        current.set(context)
        try {
            return call()
        } finally {
            if (before == null) current.remove() else current.set(before)
        }
    }

    private fun restored(context: CoroutineContext, task: Runnable) {
        val elements =
            context.fold(emptyList<ThreadContextElement<*>>()) { found, element ->
                if (element is ThreadContextElement<*>) found + element.forTask() else found
            }
        begin(context) { installed(context, elements, task) }
    }

    /** Elements that are changed by the code that sees them are copied, as for a child of the coroutine. */
    @OptIn(DelicateCoroutinesApi::class, ExperimentalCoroutinesApi::class)
    private fun ThreadContextElement<*>.forTask(): ThreadContextElement<*> =
        if (this is CopyableThreadContextElement<*>) copyForChild() else this

    private fun installed(context: CoroutineContext, elements: List<ThreadContextElement<*>>, task: Runnable) {
        if (elements.isEmpty()) task.run()
        else elements.first().around(context) { installed(context, elements.drop(1), task) }
    }

    private fun <S> ThreadContextElement<S>.around(context: CoroutineContext, task: () -> Unit) {
        val before = updateThreadContext(context)
        try {
            task()
        } finally {
            restoreThreadContext(context, before)
        }
    }
}
