// SPDX-License-Identifier: Apache-2.0
/** Spans and metrics of OpenTelemetry for cancels, watches, batches and their HTTP requests. */
module dev.longrun.opentelemetry {
    requires transitive dev.longrun.core;
    requires transitive io.opentelemetry.api;
    requires transitive io.opentelemetry.context;
    requires io.opentelemetry.common;
    requires static org.jspecify;

    exports dev.longrun.opentelemetry;
}
