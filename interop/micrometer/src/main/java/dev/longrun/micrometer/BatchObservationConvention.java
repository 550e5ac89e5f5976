// SPDX-License-Identifier: Apache-2.0
package dev.longrun.micrometer;

import dev.longrun.call.BatchEvent;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names and tags of a batch of cancels; to be replaced as {@link OperationObservationConvention} says. */
public class BatchObservationConvention implements ObservationConvention<BatchObservationContext> {

    /** The names and tags that clients use unless another convention is registered. */
    public BatchObservationConvention() {}

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof BatchObservationContext;
    }

    /** {@code longrun.batches}. */
    @Override
    public String getName() {
        return "longrun.batches";
    }

    /** {@code cancel batch}. */
    @Override
    public String getContextualName(BatchObservationContext context) {
        return "cancel batch";
    }

    /** The numbers of a batch: {@code longrun.batch.failed}, {@code longrun.batch.outcome.cancelled} and so on. */
    @Override
    public KeyValues getHighCardinalityKeyValues(BatchObservationContext context) {
        return context.end().map(BatchObservationConvention::numbers).orElse(KeyValues.empty());
    }

    private static KeyValues numbers(BatchEvent end) {
        List<KeyValue> numbers = new ArrayList<>();
        end.outcomes()
                .forEach((kind, number) -> numbers.add(
                        KeyValue.of("longrun.batch.outcome." + kind.toLowerCase(Locale.ROOT), Long.toString(number))));
        numbers.add(KeyValue.of("longrun.batch.failed", Long.toString(end.failed())));
        return KeyValues.of(numbers);
    }
}
