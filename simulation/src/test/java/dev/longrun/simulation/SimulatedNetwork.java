// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import dev.longrun.error.ConfigurationException;
import dev.longrun.http.HttpRequest;
import dev.longrun.http.HttpResponse;
import dev.longrun.http.Transport;
import dev.longrun.simulation.NetworkFaults.Draw;
import dev.longrun.simulation.ServiceRecord.What;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The network of one client. Answers reach a process that was killed no more; the service has got the requests. */
final class SimulatedNetwork implements Transport {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final long SECOND = 1_000_000_000L;
    private static final long SERVER_WAIT = 15 * SECOND;
    private static final long HELD_STEP = SECOND / 2;

    private final int client;
    private final SimulatedWorld world;
    private final SimulatedProcess process;
    private final ModelService service;
    private final NetworkFaults faults;
    private final RequestRules rules;
    private final Trace trace;
    private final Set<CompletableFuture<HttpResponse>> inFlight = new LinkedHashSet<>();
    private final boolean hasDates;
    private final long serviceClock;
    private boolean closed;
    private long requests;

    SimulatedNetwork(
            Scenario scenario,
            int client,
            SimulatedWorld world,
            SimulatedProcess process,
            ModelService service,
            RequestRules rules,
            Trace trace) {
        this.client = client;
        this.world = world;
        this.process = process;
        this.service = service;
        this.faults = new NetworkFaults(scenario, client);
        this.rules = rules;
        this.hasDates = scenario.has(Feature.HTTP_DATES);
        this.serviceClock = (scenario.random("service clock").nextLong(400_000) - 200_000) * SECOND;
        this.trace = trace;
    }

    int inFlight() {
        return inFlight.size();
    }

    long requests() {
        return requests;
    }

    @Override
    public CompletableFuture<HttpResponse> sendAsync(HttpRequest request, Executor executor) {
        CompletableFuture<HttpResponse> response = new CompletableFuture<>();
        if (process.isKilled()) {
            return response;
        } else if (closed) {
            return CompletableFuture.failedFuture(new ConfigurationException("the transport is closed"));
        }
        requests++;
        Target target = Target.of(request);
        trace.add(() -> client + " > " + target.kind() + " " + target.name());
        rules.sent(target);
        boolean isCancel = target.kind() == Target.Kind.CANCEL;
        if (isCancel) {
            service.add(target.name(), client, What.CANCEL_SENT);
        }
        long sentAt = world.now();
        inFlight.add(response);
        SimulatedWorld.Event timeout = process.after(
                request.timeout().toNanos(),
                () -> response.completeExceptionally(new SocketTimeoutException("no answer in time")));
        response.whenComplete((answer, failure) -> {
            timeout.drop();
            inFlight.remove(response);
            service.addSince(sentAt, target.name(), client, isCancel ? What.CANCEL_OVER : What.READ_OVER);
        });
        meet(faults.draw(client, target), request, target, sentAt, response);
        return response;
    }

    private void meet(
            Draw draw, HttpRequest request, Target target, long sentAt, CompletableFuture<HttpResponse> response) {
        switch (draw.fate()) {
            case SERVED ->
                arrive(
                        draw,
                        target.kind() == Target.Kind.WAIT
                                ? () -> hold(draw, request, target, sentAt, response)
                                : () -> answer(draw, target, response, service.serve(request, client, sentAt)));
            case REFUSED -> fail(draw, response, new ConnectException("refused"));
            case RESET -> fail(draw, response, new SocketException("reset before the request arrived"));
            case ANSWER_LOST ->
                arrive(draw, () -> {
                    service.serve(request, client, sentAt);
                    fail(draw, response, new SocketException("reset"));
                });
            case STALLED -> {}
            case SERVED_AND_STALLED -> arrive(draw, () -> service.serve(request, client, sentAt));
            case SERVED_TWICE ->
                arrive(draw, () -> {
                    Answer first = service.serve(request, client, sentAt);
                    answer(draw, target, response, first);
                    if (first.response().status() == 200) {
                        arrive(draw, () -> service.serve(request, client, sentAt));
                    }
                });
            case THROTTLED -> reject(draw, target, response, Answer.throttled(draw.random()));
            case BROKEN -> reject(draw, target, response, Answer.broken(draw.random()));
            case SERVED_AND_BROKEN ->
                arrive(draw, () -> {
                    service.serve(request, client, sentAt);
                    reject(draw, target, response, Answer.broken(draw.random()));
                });
            case UNREADABLE ->
                arrive(draw, () -> {
                    service.serve(request, client, sentAt);
                    Runnable note = unlessWait(target, What.UNREADABLE_SHOWN);
                    answer(draw, target, response, Answer.ok(Answer.unreadable(draw.random()), note));
                });
            case FORBIDDEN -> {
                Runnable note = unlessWait(target, What.READ_REFUSED);
                answer(
                        draw,
                        target,
                        response,
                        Answer.error(403, "PERMISSION_DENIED", Map.of()).recording(note));
            }
            case NO_SUCH_PAGE -> {
                What what = target.kind() == Target.Kind.CANCEL ? What.NO_METHOD : What.READ_REFUSED;
                Runnable note = unlessWait(target, what);
                answer(draw, target, response, Answer.page(404).recording(note));
            }
        }
    }

    /**
     * The service waits until the operation has ended, as long as it was asked to; or not, or for longer, or for good.
     */
    private void hold(
            Draw draw, HttpRequest request, Target target, long sentAt, CompletableFuture<HttpResponse> response) {
        int way = draw.random().nextInt(10);
        if (way == 0) {
            int status = draw.random().nextBoolean() ? 501 : 404;
            answer(draw, target, response, Answer.error(status, "UNIMPLEMENTED", Map.of()));
        } else if (way > 1) {
            long wanted = way == 2 ? 0 : way == 3 ? 2 * SERVER_WAIT : SERVER_WAIT;
            hold(draw, request, target, sentAt, response, world.now() + wanted);
        }
    }

    private void hold(
            Draw draw,
            HttpRequest request,
            Target target,
            long sentAt,
            CompletableFuture<HttpResponse> response,
            long until) {
        if (!response.isDone() && world.now() < until && service.holds(target.name())) {
            world.after(HELD_STEP, () -> hold(draw, request, target, sentAt, response, until));
        } else {
            answer(draw, target, response, service.serve(request, client, sentAt));
        }
    }

    private void arrive(Draw draw, Runnable then) {
        world.after(faults.latency(draw.random()), then);
    }

    private void reject(Draw draw, Target target, CompletableFuture<HttpResponse> response, Answer answer) {
        boolean isDated = hasDates && draw.random().nextInt(3) > 0;
        boolean tellsTime = isDated && draw.random().nextInt(4) > 0;
        Instant now = START.plusNanos(world.now() + serviceClock);
        long known = isDated && !tellsTime ? 0 : answer.hint() * SECOND;
        answer(draw, target, response, isDated ? answer.dated(now, tellsTime) : answer, known);
    }

    private void answer(Draw draw, Target target, CompletableFuture<HttpResponse> response, Answer answer) {
        answer(draw, target, response, answer, 0);
    }

    private void answer(Draw draw, Target target, CompletableFuture<HttpResponse> response, Answer answer, long hint) {
        process.after(faults.latency(draw.random()), () -> {
            if (!response.isDone()) {
                trace.add(() ->
                        client + " < " + draw.fate() + " " + answer.response().status() + " for " + target.kind() + " "
                                + target.name() + " " + answer.response().text());
                answer.onArrival().run();
                rules.answered(target, answer.response(), hint);
                response.complete(answer.response());
            }
        });
    }

    /** What a failed wait says changes nothing: a get follows. */
    private Runnable unlessWait(Target target, What what) {
        return target.kind() == Target.Kind.WAIT ? () -> {} : () -> service.add(target.name(), client, what);
    }

    private void fail(Draw draw, CompletableFuture<HttpResponse> response, IOException failure) {
        process.after(faults.latency(draw.random()), () -> response.completeExceptionally(failure));
    }

    @Override
    public void close() {
        closed = true;
        List<CompletableFuture<HttpResponse>> aborted = new ArrayList<>(inFlight);
        inFlight.clear();
        aborted.forEach(response ->
                process.execute(() -> response.completeExceptionally(new IOException("the transport was closed"))));
    }
}
