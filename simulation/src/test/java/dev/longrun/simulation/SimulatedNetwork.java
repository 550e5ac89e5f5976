// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import dev.longrun.error.ConfigurationException;
import dev.longrun.http.HttpRequest;
import dev.longrun.http.HttpResponse;
import dev.longrun.http.Transport;
import dev.longrun.http.TransportTimeoutException;
import dev.longrun.simulation.NetworkFaults.Draw;
import dev.longrun.simulation.ServiceRecord.What;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The network of one client. Answers reach a process that was killed no more; the service has got the requests. */
final class SimulatedNetwork implements Transport {
    private final int client;
    private final SimulatedWorld world;
    private final SimulatedProcess process;
    private final ModelService service;
    private final NetworkFaults faults;
    private final RequestRules rules;
    private final Trace trace;
    private final Set<CompletableFuture<HttpResponse>> inFlight = new LinkedHashSet<>();
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
                () -> response.completeExceptionally(new TransportTimeoutException("no answer in time", null)));
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
            case SERVED -> arrive(draw, () -> answer(draw, target, response, service.serve(request, client, sentAt)));
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
            case THROTTLED -> answer(draw, target, response, Answer.throttled(draw.random()));
            case BROKEN -> answer(draw, target, response, Answer.broken(draw.random()));
            case SERVED_AND_BROKEN ->
                arrive(draw, () -> {
                    service.serve(request, client, sentAt);
                    answer(draw, target, response, Answer.broken(draw.random()));
                });
            case UNREADABLE ->
                arrive(draw, () -> {
                    service.serve(request, client, sentAt);
                    Runnable note = () -> service.add(target.name(), client, What.UNREADABLE_SHOWN);
                    answer(draw, target, response, Answer.ok(Answer.unreadable(draw.random()), note));
                });
            case FORBIDDEN -> {
                Runnable note = () -> service.add(target.name(), client, What.READ_REFUSED);
                answer(
                        draw,
                        target,
                        response,
                        Answer.error(403, "PERMISSION_DENIED", Map.of()).recording(note));
            }
            case NO_SUCH_PAGE -> {
                What what = target.kind() == Target.Kind.CANCEL ? What.NO_METHOD : What.READ_REFUSED;
                Runnable note = () -> service.add(target.name(), client, what);
                answer(draw, target, response, Answer.page(404).recording(note));
            }
        }
    }

    private void arrive(Draw draw, Runnable then) {
        world.after(faults.latency(draw.random()), then);
    }

    private void answer(Draw draw, Target target, CompletableFuture<HttpResponse> response, Answer answer) {
        process.after(faults.latency(draw.random()), () -> {
            if (!response.isDone()) {
                trace.add(() ->
                        client + " < " + draw.fate() + " " + answer.response().status() + " for " + target.kind() + " "
                                + target.name() + " " + answer.response().text());
                answer.onArrival().run();
                rules.answered(target, answer.response());
                response.complete(answer.response());
            }
        });
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
