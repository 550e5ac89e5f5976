// SPDX-License-Identifier: Apache-2.0
package dev.longrun.opentelemetry;

import dev.longrun.call.AttemptEvent;
import dev.longrun.call.ClientTracer;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.Map;
import java.util.TreeMap;

/** The client span of one HTTP request. */
record AttemptSpan(StartedSpan started, TextMapPropagator propagator, DurationHistograms durations)
        implements ClientTracer.TracedAttempt {

    @Override
    public ClientTracer.Scope makeCurrent() {
        return started.makeCurrent();
    }

    @Override
    public Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        propagator.inject(started.context(), headers, (carrier, name, value) -> headers.put(name, value));
        return headers;
    }

    @Override
    public void ended(AttemptEvent end) {
        started.span().setAllAttributes(AttemptAttributes.ofEnd(end));
        if (!end.problem().isEmpty()) {
            started.span().setStatus(StatusCode.ERROR, end.problem());
        }
        started.span().end();
        durations.record(end, started.context());
    }
}
