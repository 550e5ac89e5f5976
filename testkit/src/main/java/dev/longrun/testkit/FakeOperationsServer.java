// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.time.TimeSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import mockwebserver3.MockWebServer;

/**
 * {@code google.longrunning.Operations} on a real socket of this machine: every documented path of every service on the
 * class path, operations that end as scripted, and answers that get lost on cue.
 *
 * <pre>{@code
 * try (VirtualTime time = VirtualTime.autoAdvancing();
 *         FakeOperationsServer server = FakeOperationsServer.start(time)) {
 *     server.operation(name).completesAnywayAfter(Duration.ofMillis(500));
 *     server.faults().on(Rpc.CANCEL).once(Fault.lostAnswer());
 *     // … a client that is given server.url() cancels the operation …
 *     assertThat(server.operationRecord(name).state().ending()).contains(TerminalState.COMPLETED);
 *     assertThat(server.requests()).extracting(ServedRequest::line).contains("POST /v1/" + name + ":cancel");
 * }
 * }</pre>
 *
 * <p>An operation that nobody scripted exists from the first request for it if its id says how it ends:
 * {@code cancels-500-x} is cancelled 500 ms after a cancel, and so {@code completes-2000-x}, {@code fails-0-x},
 * {@code noresult-0-x}; {@code refuses-x}, {@code unsupported-x}, {@code stuck-x}; {@code done-x}, and
 * {@code runs-500-x}, which completes 500 ms after the first request.
 *
 * <p>On one socket the host tells nothing, so a path that several services document is served for all of them; a path
 * that none documents gets the HTML 404 of Google's front end. No credentials are asked for. Thread-safe; each
 * connection has a thread of its own. Time passes only on the given clock, except for {@link Fault#slowDrip}.
 */
public final class FakeOperationsServer implements AutoCloseable {

    private final MockWebServer socket = new MockWebServer();
    private final Faults faults = new Faults();
    private final RequestLog log = new RequestLog();
    private final TimeSource time;
    private final OperationStore store;
    private final OperationsService service;

    private FakeOperationsServer(TimeSource time, Collection<ServiceDefinition> services, int port) {
        this.time = time;
        this.store = new OperationStore(time);
        this.service = new OperationsService(time, store);
        socket.setServerSocketFactory(new NoDelayServerSocketFactory());
        socket.setDispatcher(new FakeDispatcher(socket, new Router(services), faults, log, service, time));
        try {
            socket.start(InetAddress.getLoopbackAddress(), port);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port + " of the loopback interface", e);
        }
    }

    /** All services on the class path, this machine's clock, any free port. */
    public static FakeOperationsServer start() {
        return start(TimeSource.system());
    }

    /** All services on the class path, any free port. */
    public static FakeOperationsServer start(TimeSource time) {
        return start(time, allServices(), 0);
    }

    /**
     * Exactly these services.
     *
     * @param port 0 for any that is free
     */
    public static FakeOperationsServer start(TimeSource time, Collection<ServiceDefinition> services, int port) {
        return new FakeOperationsServer(time, services, port);
    }

    /** Such as {@code http://127.0.0.1:49152}, without a slash at the end. */
    public String url() {
        return "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + socket.getPort();
    }

    /** The operation of that relative name, made now if it is new, to be told what to become. */
    public ScriptedOperation operation(String name) {
        return new ScriptedOperation(store.obtain(name));
    }

    /** @throws NoSuchElementException if the server has never heard of it */
    public OperationRecord operationRecord(String name) {
        return store.known(name)
                .orElseThrow(() ->
                        new NoSuchElementException("no operation \"%s\" was scripted or asked for; there are %d others"
                                .formatted(name, store.size())))
                .look(time.now());
    }

    /** What is to go wrong. */
    public Faults faults() {
        return faults;
    }

    /**
     * From now on a list that would show operations of that location, such as {@code projects/p/locations/us-east1},
     * fails with UNAVAILABLE, or names the location in {@code unreachable} if the request says
     * {@code returnPartialSuccess}.
     */
    public void unreachable(String location) {
        service.unreachable(location);
    }

    /** The latest 10 000 requests in the order of their arrival, also those on undocumented paths or met by a fault. */
    public List<ServedRequest> requests() {
        return log.latest();
    }

    /** How many requests there have been, also those that are no longer kept. */
    public long requestCount() {
        return log.count();
    }

    /** Tells of each request before it is processed, on the thread that serves it. */
    public void onRequest(Consumer<ServedRequest> listener) {
        log.listen(listener);
    }

    /** Ends all waits and connections. */
    @Override
    public void close() {
        service.close();
        socket.close();
    }

    private static List<ServiceDefinition> allServices() {
        ServiceRegistry registry = ServiceRegistry.load();
        return registry.services().stream()
                .flatMap(name -> registry.versions(name).stream())
                .toList();
    }
}
