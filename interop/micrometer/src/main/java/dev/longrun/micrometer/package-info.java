// SPDX-License-Identifier: Apache-2.0
/**
 * Meters and traces of Longrun by <a href="https://micrometer.io">Micrometer</a>.
 *
 * <pre>{@code
 * LongrunMicrometer telemetry = LongrunMicrometer.create(Metrics.globalRegistry, observations);
 * try (OperationsClient client = telemetry.instrument(OperationsClient.builder()).build();
 *         OperationsClientMetrics gauges = telemetry.observe(client)) {
 *     CancelOutcome outcome = client.canceller().cancel(name);
 *     System.out.println(outcome.describe());
 * }
 * }</pre>
 *
 * <h2>Observations</h2>
 *
 * <p>Handlers of the {@code ObservationRegistry} make timers, spans and logs of them. The parent of an Observation is
 * what is current on the thread that calls the client, for blocking and asynchronous calls alike.
 *
 * <ul>
 *   <li>{@code longrun.operations}, shown as {@code cancel} or {@code await}: a cancel or a watch of one operation, by
 *       {@code longrun.act}, {@code longrun.service} and {@code longrun.outcome}; of high cardinality is
 *       {@code longrun.operation.name}. Each state that a read shows is an event {@code state}, shown as
 *       {@code PENDING, 40 %}.
 *   <li>{@code longrun.batches}, shown as {@code cancel batch}: the parent of the cancels of a batch; of high
 *       cardinality are {@code longrun.batch.outcome.cancelled} and so on, the number of each, and
 *       {@code longrun.batch.failed}.
 *   <li>{@code longrun.requests}, shown as {@code {method} {url.template}}: an HTTP request, by
 *       {@code http.request.method}, {@code url.template}, {@code server.address}, {@code longrun.service},
 *       {@code http.response.status_code} and {@code error.type}; of high cardinality are {@code url.full}, without its
 *       query, {@code server.port} and {@code http.request.resend_count}. Its context is a {@code SenderContext}, so
 *       that handlers of Micrometer Tracing add headers to the request; they replace no header of the client.
 * </ul>
 *
 * <p>A value that is not known is {@code none}. An outcome is a result, so {@code NOT_CANCELLABLE} or a watch that ran
 * out of time is no error; what ends without an outcome is one, a cancelled future too. A request is an error with a
 * status other than 2xx, or without a response; then {@code error.type} is {@code no_connection},
 * {@code no_response_in_time} and so on. A batch is no error; the Observations of its cancels tell which of them
 * failed.
 *
 * <p>An application replaces names and tags by a {@code GlobalObservationConvention}, as
 * {@link dev.longrun.micrometer.OperationObservationConvention} shows, and leaves Observations out by an
 * {@code ObservationPredicate}.
 *
 * <h2>Meters</h2>
 *
 * <p>Each Observation above is a timer of that name, with its tags of low cardinality and {@code error}, the simple
 * name of the exception or {@code none}; {@code .active} is its long task timer. The timers come from the
 * {@code DefaultMeterObservationHandler} of the {@code ObservationRegistry}, which Spring Boot registers;
 * {@link dev.longrun.micrometer.LongrunMicrometer#create(io.micrometer.core.instrument.MeterRegistry) create} without
 * that registry needs no handler.
 *
 * <p>{@link dev.longrun.micrometer.LongrunMicrometer#observe observe}, or
 * {@link dev.longrun.micrometer.OperationsClientMetrics} as a {@code MeterBinder}, registers:
 *
 * <ul>
 *   <li>{@code longrun.watcher.operations}: operations that are watched now.
 *   <li>{@code longrun.watcher.reads.active}: their reads in flight.
 *   <li>{@code longrun.watcher.reads} (counter) by {@code longrun.read.method}: {@code get}, {@code list} or
 *       {@code wait}.
 *   <li>{@code longrun.watcher.reads.saved}: gets that lists replaced, less the pages of those lists.
 *   <li>{@code longrun.limiter.rate} by {@code longrun.service} and {@code longrun.call.kind} ({@code change},
 *       {@code read}, {@code list}): the calls a second that are allowed now; NaN while they are not limited.
 *   <li>{@code longrun.limiter.waiting} by the same: calls that wait for the limiter.
 * </ul>
 *
 * <p>Names of operations and projects are in spans only.
 *
 * <h2>Context</h2>
 *
 * <p>Listeners, interceptors of OkHttp and stages attached to a future see the caller's Observation. Other
 * {@code ThreadLocal}s, such as the MDC, are carried by a {@link dev.longrun.call.ContextCarrier} of their own;
 * context-propagation is not needed.
 *
 * <h2>Failures</h2>
 *
 * <p>A handler or convention that throws changes nothing for the program: what it threw is logged.
 */
@NullMarked
package dev.longrun.micrometer;

import org.jspecify.annotations.NullMarked;
