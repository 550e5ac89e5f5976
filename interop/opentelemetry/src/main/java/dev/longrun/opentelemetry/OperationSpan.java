// SPDX-License-Identifier: Apache-2.0
package dev.longrun.opentelemetry;

import dev.longrun.call.ClientTracer;
import dev.longrun.call.OperationEvent;
import dev.longrun.call.StateEvent;

/** The span of a cancel or a watch. An outcome is a result, whatever its kind; only a failure is an error. */
record OperationSpan(StartedSpan started, DurationHistograms durations) implements ClientTracer.TracedOperation {

    @Override
    public ClientTracer.Scope makeCurrent() {
        return started.makeCurrent();
    }

    @Override
    public void stateChanged(StateEvent state) {
        started.span().addEvent("longrun.operation.state", OperationAttributes.of(state));
    }

    @Override
    public void ended(OperationEvent end) {
        end.failure()
                .ifPresentOrElse(
                        started::failed, () -> started.span().setAttribute(AttributeKeys.OUTCOME, end.outcome()));
        started.span().end();
        durations.record(end, started.context());
    }
}
