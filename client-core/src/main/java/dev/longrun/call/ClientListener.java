// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import java.util.function.Consumer;

/**
 * Observes a client, for metrics, traces and logs. Each method does nothing unless overridden.
 *
 * <pre>{@code
 * OperationsClient client = OperationsClient.builder()
 *         .listener(ClientListener.ofAttempts(attempt -> System.err.println(attempt)))
 *         .build();
 * }</pre>
 *
 * <p>Every started call, and every started cancel or watch, ends exactly once. Methods run on the thread where the
 * event happens, in the context of the call's caller if the client has a {@link ContextCarrier}; they must be quick and
 * thread-safe. Exceptions thrown by a listener are logged and change nothing.
 */
public interface ClientListener {

    /** A call begins, before it waits for a permit or a thread. */
    default void callStarted(CallEvent call) {}

    /** An HTTP request of a call ended. */
    default void attemptEnded(AttemptEvent attempt) {}

    /** A call ended: with a value, an exception, or because its future was cancelled or timed out. */
    default void callEnded(CallEvent call) {}

    /** A cancel or a watch of one operation begins. */
    default void operationStarted(OperationEvent operation) {}

    /** A cancel or a watch of one operation ended. */
    default void operationEnded(OperationEvent operation) {}

    /** A listener of attempts alone. */
    static ClientListener ofAttempts(Consumer<AttemptEvent> consumer) {
        return new ClientListener() {
            @Override
            public void attemptEnded(AttemptEvent attempt) {
                consumer.accept(attempt);
            }
        };
    }
}
