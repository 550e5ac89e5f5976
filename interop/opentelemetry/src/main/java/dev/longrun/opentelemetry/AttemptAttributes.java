// SPDX-License-Identifier: Apache-2.0
package dev.longrun.opentelemetry;

import static dev.longrun.opentelemetry.AttributeKeys.ERROR_TYPE;
import static dev.longrun.opentelemetry.AttributeKeys.HTTP_REQUEST_METHOD;
import static dev.longrun.opentelemetry.AttributeKeys.HTTP_REQUEST_RESEND_COUNT;
import static dev.longrun.opentelemetry.AttributeKeys.HTTP_RESPONSE_STATUS_CODE;
import static dev.longrun.opentelemetry.AttributeKeys.SERVER_ADDRESS;
import static dev.longrun.opentelemetry.AttributeKeys.SERVER_PORT;
import static dev.longrun.opentelemetry.AttributeKeys.SERVICE;
import static dev.longrun.opentelemetry.AttributeKeys.URL_FULL;
import static dev.longrun.opentelemetry.AttributeKeys.URL_TEMPLATE;

import dev.longrun.call.AttemptEvent;
import dev.longrun.call.CallEvent;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;

/** The attributes of HTTP requests, by the semantic conventions for HTTP clients. */
final class AttemptAttributes {
    private AttemptAttributes() {}

    /** Such as {@code POST /v1/{name=projects/*}{@code /locations/*}{@code /operations/*}:cancel}. */
    static String spanName(AttemptEvent attempt) {
        return attempt.call().httpMethod().name() + ' ' + attempt.call().pathTemplate();
    }

    /** The URL is without its query, which may hold the filter of a list. */
    static Attributes ofStart(AttemptEvent attempt) {
        CallEvent call = attempt.call();
        AttributesBuilder attributes =
                server(call).put(URL_FULL, call.origin() + call.path()).put(SERVICE, call.service());
        if (attempt.number() > 1) {
            attributes.put(HTTP_REQUEST_RESEND_COUNT, attempt.number() - 1L);
        }
        return attributes.build();
    }

    static Attributes ofEnd(AttemptEvent attempt) {
        return result(Attributes.builder(), attempt).build();
    }

    static Attributes ofMetric(AttemptEvent attempt) {
        return result(server(attempt.call()), attempt).build();
    }

    private static AttributesBuilder server(CallEvent call) {
        return Attributes.builder()
                .put(HTTP_REQUEST_METHOD, call.httpMethod().name())
                .put(SERVER_ADDRESS, call.origin().host())
                .put(SERVER_PORT, (long) call.origin().port())
                .put(URL_TEMPLATE, call.pathTemplate());
    }

    /** The type of an error is the status of the response, or {@code no_connection} and such without a response. */
    private static AttributesBuilder result(AttributesBuilder attributes, AttemptEvent attempt) {
        int status = attempt.httpStatus();
        if (status > 0) {
            attributes.put(HTTP_RESPONSE_STATUS_CODE, (long) status);
        }
        if (!attempt.problem().isEmpty()) {
            attributes.put(
                    ERROR_TYPE,
                    status > 0 ? Integer.toString(status) : attempt.problem().replace(' ', '_'));
        }
        return attributes;
    }
}
