// SPDX-License-Identifier: Apache-2.0
package dev.longrun.opentelemetry;

import dev.longrun.call.BatchEvent;
import dev.longrun.call.ClientTracer;
import java.util.Locale;

/** The span of a batch. The spans of its cancels tell which of them failed; the batch itself did not. */
record BatchSpan(StartedSpan started) implements ClientTracer.Traced<BatchEvent> {

    @Override
    public ClientTracer.Scope makeCurrent() {
        return started.makeCurrent();
    }

    @Override
    public void ended(BatchEvent end) {
        end.outcomes()
                .forEach((kind, number) ->
                        started.span().setAttribute("longrun.batch.outcome." + kind.toLowerCase(Locale.ROOT), number));
        started.span().setAttribute(AttributeKeys.BATCH_FAILED, end.failed());
        started.span().end();
    }
}
