// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import java.util.function.UnaryOperator;

/**
 * Carries what an application keeps in {@link ThreadLocal}s (trace context, MDC, security context) to the threads of
 * the client.
 *
 * <pre>{@code
 * OperationsClient client = OperationsClient.builder().contextCarrier(ContextCarrier.mdc()).build();
 * }</pre>
 *
 * <p>For OpenTelemetry it is {@code () -> Context.current()::wrap}, for Micrometer {@code () ->
 * ContextSnapshotFactory.builder().build().captureAll()::wrap}.
 *
 * <p>The context is captured where a call is made or a task is queued, and restored around listeners, interceptors of
 * the transport, callbacks of the application and stages attached to a returned future. Requests that several watches
 * share run in the context of one of them. Exceptions thrown by a carrier are logged, and the task runs without a
 * context.
 */
@FunctionalInterface
public interface ContextCarrier {

    /** Captures the context of the current thread. The result wraps a task so that it runs in that context. */
    UnaryOperator<Runnable> capture();

    /** Carries nothing. */
    static ContextCarrier none() {
        return NoContext.INSTANCE;
    }

    /** Carries the MDC of SLF4J, so that log lines of other threads have the entries of the caller. */
    static ContextCarrier mdc() {
        return MdcContext.INSTANCE;
    }
}
