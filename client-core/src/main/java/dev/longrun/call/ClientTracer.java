// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import java.util.Map;

/**
 * Follows the cancels, watches and batches of a client and their HTTP requests, as a tracer does: each is told to an
 * object of its own, made when it begins.
 *
 * <pre>{@code
 * final class SpanTracer implements ClientTracer {
 *     public UnaryOperator<Runnable> capture() {
 *         return Context.current()::wrap;
 *     }
 *
 *     public TracedAttempt attemptStarted(AttemptEvent attempt) {
 *         Span span = tracer.spanBuilder(attempt.call().httpMethod().name()).startSpan();
 *         return new TracedAttempt() {
 *             public Scope makeCurrent() {
 *                 return span.makeCurrent()::close;
 *             }
 *
 *             public void ended(AttemptEvent end) {
 *                 span.end();
 *             }
 *         };
 *     }
 * }
 * }</pre>
 *
 * <p>A tracer is told of a beginning on the thread that begins it, in the context of the caller. What belongs to the
 * traced act then runs in the context that is current after {@link Traced#makeCurrent}: it is captured there, as the
 * tracer is a {@link ContextCarrier} too, and restored on other threads. So an attempt of a cancel begins in the
 * context of that cancel, whichever thread makes it. Stages and callbacks of the application run in the context of the
 * caller.
 *
 * <p>Whatever began ends exactly once. Requests that serve several watches, such as lists, run in the context of one of
 * them. Methods are quick and thread-safe; exceptions they throw are logged and change nothing.
 */
public interface ClientTracer extends ContextCarrier {

    /** A cancel or a watch of one operation begins. The reads of a cancel belong to it; they are no watch. */
    default TracedOperation operationStarted(OperationEvent operation) {
        return end -> {};
    }

    /** A batch of cancels begins; each of its cancels begins in its context. */
    default Traced<BatchEvent> batchStarted() {
        return end -> {};
    }

    /** An HTTP request of a call begins, before its token is fetched. */
    default TracedAttempt attemptStarted(AttemptEvent attempt) {
        return end -> {};
    }

    /**
     * What has begun and will end.
     *
     * @param <E> the event of its end
     */
    @FunctionalInterface
    interface Traced<E> {

        /** Makes this the current one on this thread, until the scope is closed on the same thread. */
        default Scope makeCurrent() {
            return () -> {};
        }

        /** It ended: with a result, by a failure, or because its future was cancelled or timed out. */
        void ended(E end);
    }

    /** A cancel or a watch. */
    @FunctionalInterface
    interface TracedOperation extends Traced<OperationEvent> {

        /** A read showed the operation in another state than the read before; the first one is told too. */
        default void stateChanged(StateEvent state) {}
    }

    /** An HTTP request. */
    @FunctionalInterface
    interface TracedAttempt extends Traced<AttemptEvent> {

        /** Headers that tell the server what the request belongs to, such as {@code traceparent}; read once. */
        default Map<String, String> headers() {
            return Map.of();
        }
    }

    /** Restores what was current before. */
    @FunctionalInterface
    interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
