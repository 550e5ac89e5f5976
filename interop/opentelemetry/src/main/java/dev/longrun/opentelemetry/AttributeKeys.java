// SPDX-License-Identifier: Apache-2.0
package dev.longrun.opentelemetry;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;

/** The attributes of spans and metrics: those of the semantic conventions, and those of Longrun. */
final class AttributeKeys {
    static final AttributeKey<String> ERROR_TYPE = stringKey("error.type");
    static final AttributeKey<String> HTTP_REQUEST_METHOD = stringKey("http.request.method");
    static final AttributeKey<Long> HTTP_REQUEST_RESEND_COUNT = longKey("http.request.resend_count");
    static final AttributeKey<Long> HTTP_RESPONSE_STATUS_CODE = longKey("http.response.status_code");
    static final AttributeKey<String> SERVER_ADDRESS = stringKey("server.address");
    static final AttributeKey<Long> SERVER_PORT = longKey("server.port");
    static final AttributeKey<String> URL_FULL = stringKey("url.full");
    static final AttributeKey<String> URL_TEMPLATE = stringKey("url.template");

    /** What the client does with an operation: {@code cancel} or {@code await}. */
    static final AttributeKey<String> ACT = stringKey("longrun.act");

    static final AttributeKey<Long> BATCH_FAILED = longKey("longrun.batch.failed");
    static final AttributeKey<String> CALL_KIND = stringKey("longrun.call.kind");
    static final AttributeKey<String> OUTCOME = stringKey("longrun.outcome");
    static final AttributeKey<String> READ_METHOD = stringKey("longrun.read.method");
    static final AttributeKey<String> SERVICE = stringKey("longrun.service");

    static final AttributeKey<String> OPERATION_NAME = stringKey("longrun.operation.name");
    static final AttributeKey<String> OPERATION_STATE = stringKey("longrun.operation.state");
    static final AttributeKey<String> OPERATION_SERVICE_STATE = stringKey("longrun.operation.service_state");
    static final AttributeKey<Double> OPERATION_PROGRESS = doubleKey("longrun.operation.progress");
    static final AttributeKey<Boolean> OPERATION_CANCEL_REQUESTED = booleanKey("longrun.operation.cancel_requested");

    private AttributeKeys() {}
}
