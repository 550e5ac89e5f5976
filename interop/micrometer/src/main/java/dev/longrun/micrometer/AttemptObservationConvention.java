// SPDX-License-Identifier: Apache-2.0
package dev.longrun.micrometer;

import dev.longrun.call.AttemptEvent;
import dev.longrun.call.CallEvent;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names and tags of an HTTP request, those of OpenTelemetry's conventions; to be replaced as
 * {@link OperationObservationConvention} says.
 */
public class AttemptObservationConvention implements ObservationConvention<AttemptObservationContext> {

    /** The names and tags that clients use unless another convention is registered. */
    public AttemptObservationConvention() {}

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof AttemptObservationContext;
    }

    /** {@code longrun.requests}. */
    @Override
    public String getName() {
        return "longrun.requests";
    }

    /** Such as {@code POST /v1/{name=projects/*}{@code /locations/*}{@code /operations/*}:cancel}. */
    @Override
    public String getContextualName(AttemptObservationContext context) {
        CallEvent call = context.start().call();
        return call.httpMethod().name() + ' ' + call.pathTemplate();
    }

    /**
     * {@code http.request.method}, {@code url.template}, {@code server.address}, {@code longrun.service},
     * {@code http.response.status_code} and {@code error.type}, the last two {@code none} where there is none.
     */
    @Override
    public KeyValues getLowCardinalityKeyValues(AttemptObservationContext context) {
        CallEvent call = context.start().call();
        return KeyValues.of(
                "http.request.method",
                call.httpMethod().name(),
                "url.template",
                call.pathTemplate(),
                "server.address",
                call.origin().host(),
                "longrun.service",
                call.service(),
                "http.response.status_code",
                context.end().map(AttemptObservationConvention::status).orElse(KeyValue.NONE_VALUE),
                "error.type",
                context.end().map(AttemptObservationConvention::errorType).orElse(KeyValue.NONE_VALUE));
    }

    /** {@code url.full}, without the query, {@code server.port}, and {@code http.request.resend_count} of a retry. */
    @Override
    public KeyValues getHighCardinalityKeyValues(AttemptObservationContext context) {
        AttemptEvent start = context.start();
        KeyValues values = KeyValues.of(
                "url.full",
                start.call().origin() + start.call().path(),
                "server.port",
                Integer.toString(start.call().origin().port()));
        return start.number() > 1
                ? values.and("http.request.resend_count", Integer.toString(start.number() - 1))
                : values;
    }

    private static String status(AttemptEvent end) {
        return end.httpStatus() == 0 ? KeyValue.NONE_VALUE : Integer.toString(end.httpStatus());
    }

    private static String errorType(AttemptEvent end) {
        if (end.problem().isEmpty()) {
            return KeyValue.NONE_VALUE;
        }
        return end.httpStatus() == 0 ? end.problem().replace(' ', '_') : status(end);
    }
}
