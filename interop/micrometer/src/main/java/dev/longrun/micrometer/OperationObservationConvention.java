// SPDX-License-Identifier: Apache-2.0
package dev.longrun.micrometer;

import dev.longrun.call.OperationEvent;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names and tags of a cancel or a watch. A subclass that is a
 * {@link io.micrometer.observation.GlobalObservationConvention} and is registered replaces them:
 *
 * <pre>{@code
 * class Mine extends OperationObservationConvention
 *         implements GlobalObservationConvention<OperationObservationContext> {
 *     public String getName() {
 *         return "jobs";
 *     }
 * }
 * observations.observationConfig().observationConvention(new Mine());
 * }</pre>
 */
public class OperationObservationConvention implements ObservationConvention<OperationObservationContext> {

    /** The names and tags that clients use unless another convention is registered. */
    public OperationObservationConvention() {}

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof OperationObservationContext;
    }

    /** {@code longrun.operations}. */
    @Override
    public String getName() {
        return "longrun.operations";
    }

    /** {@code cancel} or {@code await}. */
    @Override
    public String getContextualName(OperationObservationContext context) {
        return act(context.start());
    }

    /** {@code longrun.act}, {@code longrun.service} and {@code longrun.outcome}. */
    @Override
    public KeyValues getLowCardinalityKeyValues(OperationObservationContext context) {
        String outcome = context.end().map(OperationEvent::outcome).orElse("");
        return KeyValues.of(
                "longrun.act",
                act(context.start()),
                "longrun.service",
                context.start().name().service().name(),
                "longrun.outcome",
                outcome.isEmpty() ? KeyValue.NONE_VALUE : outcome);
    }

    /** {@code longrun.operation.name}. */
    @Override
    public KeyValues getHighCardinalityKeyValues(OperationObservationContext context) {
        return KeyValues.of("longrun.operation.name", context.start().name().fullName());
    }

    private static String act(OperationEvent operation) {
        return switch (operation.kind()) {
            case CANCEL -> "cancel";
            case WATCH -> "await";
        };
    }
}
