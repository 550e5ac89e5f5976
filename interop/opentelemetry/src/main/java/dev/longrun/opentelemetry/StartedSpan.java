// SPDX-License-Identifier: Apache-2.0
package dev.longrun.opentelemetry;

import dev.longrun.call.ClientTracer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;

/**
 * A span that has begun.
 *
 * @param context in which the span is the current one; its baggage and all else is that of the caller
 */
record StartedSpan(Span span, Context context) {

    /** Starts a child of the span that is current on this thread, or the first span of a trace. */
    static StartedSpan start(SpanBuilder builder) {
        Context caller = Context.current();
        Span span = builder.setParent(caller).startSpan();
        return new StartedSpan(span, caller.with(span));
    }

    @SuppressWarnings("MustBeClosedChecker") // the caller closes it
    ClientTracer.Scope makeCurrent() {
        return context.makeCurrent()::close;
    }

    /** Marks the span as failed. The message of an exception of this library has no secrets. */
    void failed(Throwable failure) {
        span.setAttribute(AttributeKeys.ERROR_TYPE, failure.getClass().getName());
        span.recordException(failure);
        span.setStatus(StatusCode.ERROR, failure.getMessage() == null ? "" : failure.getMessage());
    }
}
