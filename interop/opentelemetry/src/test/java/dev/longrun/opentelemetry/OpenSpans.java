// SPDX-License-Identifier: Apache-2.0
package dev.longrun.opentelemetry;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The names of the spans that have begun and not ended. */
final class OpenSpans implements SpanProcessor {
    private final Set<ReadableSpan> open = ConcurrentHashMap.newKeySet();

    /** Waits until each span has ended. */
    void awaitNone() throws InterruptedException {
        synchronized (open) {
            while (!open.isEmpty()) {
                TimeUnit.SECONDS.timedWait(open, 1);
            }
        }
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        open.add(span);
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        open.remove(span);
        synchronized (open) {
            open.notifyAll();
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
