// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.error.Code;
import dev.longrun.time.TimeSource;
import java.io.IOException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** Dispatches a request of the socket: records it, finds its binding, applies a fault, calls the service. */
final class FakeDispatcher extends Dispatcher {

    private final MockWebServer socket;
    private final ServedPaths paths;
    private final Faults faults;
    private final RequestLog log;
    private final OperationsService service;
    private final ControlApi control;
    private final TimeSource time;
    private final WorkCount work;

    FakeDispatcher(
            MockWebServer socket,
            ServedPaths paths,
            Faults faults,
            RequestLog log,
            OperationsService service,
            ControlApi control,
            TimeSource time) {
        this.socket = socket;
        this.paths = paths;
        this.faults = faults;
        this.log = log;
        this.service = service;
        this.control = control;
        this.time = time;
        this.work = WorkCount.of(time);
    }

    @Override
    public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
        socket.takeRequest(
                0, TimeUnit.SECONDS); // removes it from the queue of the web server, which would keep all requests
        work.requestBegan();
        try {
            return MockResponses.of(respond(ReceivedRequest.of(recorded)));
        } catch (IOException | RuntimeException e) {
            return MockResponses.of(ErrorResponses.of(
                    Code.INTERNAL, "The fake server failed: " + e, "FAKE_SERVER_FAILED", "longrun.dev"));
        } finally {
            work.requestEnded();
        }
    }

    private FakeResponse respond(ReceivedRequest request) {
        if (control.serves(request)) {
            return control.respond(request);
        }
        Optional<Router.Match> match = paths.find(request.method(), request.path());
        log.add(record(request, match));
        if (match.isEmpty()) {
            return HtmlPage.notFound(request.path());
        }
        RoutedRequest routed = new RoutedRequest(
                match.get().binding(), match.get().name(), request.path(), request.query(), request.body());
        Optional<Fault> fault = faults.next(routed);
        return fault.isPresent() ? fault.get().apply(() -> service.respond(routed)) : service.respond(routed);
    }

    private ServedRequest record(ReceivedRequest request, Optional<Router.Match> match) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        request.headers().forEach((name, value) -> headers.put(name, Secrets.maskHeader(name, value)));
        return new ServedRequest(
                time.now(),
                match.map(found -> found.binding().rpc()),
                match.map(Router.Match::name).orElse(""),
                request.method(),
                request.path(),
                Secrets.maskQuery(request.query()),
                headers,
                request.body());
    }
}
