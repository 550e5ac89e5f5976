// SPDX-License-Identifier: Apache-2.0
package dev.longrun.opentelemetry;

import static dev.longrun.opentelemetry.AttributeKeys.ACT;
import static dev.longrun.opentelemetry.AttributeKeys.ERROR_TYPE;
import static dev.longrun.opentelemetry.AttributeKeys.OPERATION_CANCEL_REQUESTED;
import static dev.longrun.opentelemetry.AttributeKeys.OPERATION_NAME;
import static dev.longrun.opentelemetry.AttributeKeys.OPERATION_PROGRESS;
import static dev.longrun.opentelemetry.AttributeKeys.OPERATION_SERVICE_STATE;
import static dev.longrun.opentelemetry.AttributeKeys.OPERATION_STATE;
import static dev.longrun.opentelemetry.AttributeKeys.OUTCOME;
import static dev.longrun.opentelemetry.AttributeKeys.SERVICE;

import dev.longrun.call.OperationEvent;
import dev.longrun.call.StateEvent;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;

/**
 * The attributes of cancels and watches. Names of operations belong to spans only: metrics would have one series each.
 */
final class OperationAttributes {
    private OperationAttributes() {}

    static String act(OperationEvent operation) {
        return switch (operation.kind()) {
            case CANCEL -> "cancel";
            case WATCH -> "await";
        };
    }

    static Attributes ofStart(OperationEvent operation) {
        return Attributes.of(
                ACT, act(operation),
                OPERATION_NAME, operation.name().fullName(),
                SERVICE, operation.name().service().name());
    }

    static Attributes of(StateEvent state) {
        AttributesBuilder attributes = Attributes.builder()
                .put(OPERATION_STATE, state.state())
                .put(OPERATION_CANCEL_REQUESTED, state.cancelRequested());
        state.serviceState().ifPresent(said -> attributes.put(OPERATION_SERVICE_STATE, said));
        state.percent().ifPresent(percent -> attributes.put(OPERATION_PROGRESS, percent));
        return attributes.build();
    }

    static Attributes ofMetric(OperationEvent end) {
        AttributesBuilder attributes = Attributes.builder()
                .put(ACT, act(end))
                .put(SERVICE, end.name().service().name());
        end.failure()
                .ifPresentOrElse(
                        failure -> attributes.put(ERROR_TYPE, failure.getClass().getName()),
                        () -> attributes.put(OUTCOME, end.outcome()));
        return attributes.build();
    }
}
