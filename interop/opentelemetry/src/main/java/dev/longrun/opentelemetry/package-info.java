// SPDX-License-Identifier: Apache-2.0
/**
 * Traces and metrics of Longrun by <a href="https://opentelemetry.io">OpenTelemetry</a>.
 *
 * <pre>{@code
 * LongrunOpenTelemetry telemetry = LongrunOpenTelemetry.create(GlobalOpenTelemetry.get());
 * try (OperationsClient client = telemetry.instrument(OperationsClient.builder()).build();
 *         BatchCallback metrics = telemetry.observe(client)) {
 *     CancelOutcome outcome = client.canceller().cancel(name);
 *     System.out.println(outcome.describe());
 * }
 * }</pre>
 *
 * <p>A request to an application that cancels an operation is one trace:
 *
 * <pre>
 * POST /jobs/{id}/stop                                    the span of the application
 *   cancel                                                longrun.outcome = CANCELLED
 *     POST /v1/{name=projects/&#42;/…/operations/*}:cancel   503, error.type = 503
 *     POST /v1/{name=projects/&#42;/…/operations/*}:cancel   200, http.request.resend_count = 1
 *     GET /v1/{name=projects/&#42;/…/operations/*}           200
 * </pre>
 *
 * <h2>Spans</h2>
 *
 * <ul>
 *   <li>{@code cancel} and {@code await}, of kind INTERNAL: a cancel or a watch of one operation, with
 *       {@code longrun.act}, {@code longrun.service}, {@code longrun.operation.name} and {@code longrun.outcome}. Each
 *       state that a read shows is an event {@code longrun.operation.state}, with {@code longrun.operation.state},
 *       {@code .service_state}, {@code .progress} (0 to 100) and {@code .cancel_requested}.
 *   <li>{@code cancel batch}, of kind INTERNAL: the parent of the cancels of a batch, with
 *       {@code longrun.batch.outcome.cancelled}, {@code .not_cancellable} and so on, the number of each, and
 *       {@code longrun.batch.failed}.
 *   <li>{@code {method} {url.template}}, of kind CLIENT: an HTTP request, by the <a
 *       href="https://opentelemetry.io/docs/specs/semconv/http/http-spans/">semantic conventions</a>, with
 *       {@code longrun.service}. {@code url.full} is without its query. {@code network.protocol.*} and
 *       {@code network.peer.*} are not known here.
 * </ul>
 *
 * <p>An outcome is a result, so {@code NOT_CANCELLABLE} or a watch that ran out of time is no error. What ends without
 * an outcome has the status ERROR, the exception, and its class as {@code error.type}; a cancelled future is such an
 * end. A request is an error as the conventions say: with a status other than 2xx, or without a response; then
 * {@code error.type} is {@code no_connection}, {@code unknown_host}, {@code no_response_in_time},
 * {@code connection_lost}, {@code no_token}, {@code no_TLS}, {@code response_too_large} or {@code cancelled}. A batch
 * is no error; the spans of its cancels tell which of them failed.
 *
 * <h2>Context</h2>
 *
 * <p>The parent of a span is what is current on the thread that calls the client, for blocking and asynchronous calls
 * alike. Listeners, interceptors of OkHttp and stages attached to a future see the caller's {@code Context}, with its
 * baggage. The propagators add their headers to each request; they replace no header of the client. A list that serves
 * several watches belongs to one of them.
 *
 * <h2>Metrics</h2>
 *
 * <ul>
 *   <li>{@code http.client.request.duration} (histogram, {@code s}), by the conventions, with {@code url.template}. The
 *       fetch of a token is part of it, as it is of the span.
 *   <li>{@code longrun.operation.duration} (histogram, {@code s}) of cancels and watches, by {@code longrun.act}
 *       ({@code cancel}, {@code await}), {@code longrun.service}, and {@code longrun.outcome} or {@code error.type}.
 *   <li>{@code longrun.watcher.operations} ({@code {operation}}): operations that are watched now.
 *   <li>{@code longrun.watcher.active_reads} ({@code {read}}): their reads in flight.
 *   <li>{@code longrun.watcher.reads} (counter, {@code {read}}) by {@code longrun.read.method}: {@code get},
 *       {@code list} or {@code wait}.
 *   <li>{@code longrun.watcher.saved_reads} ({@code {read}}): gets that lists replaced, less the pages of those lists.
 *   <li>{@code longrun.limiter.rate} (gauge, {@code {call}/s}) by {@code longrun.service} and {@code longrun.call.kind}
 *       ({@code change}, {@code read}, {@code list}): the rate that is allowed now; absent while it is not limited.
 *   <li>{@code longrun.limiter.waiting} ({@code {call}}) by the same: calls that wait for the limiter.
 * </ul>
 *
 * <p>The first two need {@link dev.longrun.opentelemetry.LongrunOpenTelemetry#instrument instrument}, all others
 * {@link dev.longrun.opentelemetry.LongrunOpenTelemetry#observe observe}. Names of operations and projects are in spans
 * only. Exemplars of the histograms lead to their spans.
 *
 * <h2>With the Java agent</h2>
 *
 * <p>The agent instruments OkHttp too, so that each request would have two spans and be measured twice. Turn that off
 * by {@code -Dotel.instrumentation.okhttp.enabled=false}; the agent sets {@code GlobalOpenTelemetry}.
 *
 * <h2>Failures</h2>
 *
 * <p>A sampler, exporter, processor or propagator that throws changes nothing for the program: what it threw is logged.
 */
@NullMarked
package dev.longrun.opentelemetry;

import org.jspecify.annotations.NullMarked;
