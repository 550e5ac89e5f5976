// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.time.TimeSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import mockwebserver3.MockWebServer;

/**
 * The operations of Google Cloud on a real socket of this machine: every documented path of every service on the class
 * path, each service in its own dialect, operations that end as scripted, and faults on request.
 *
 * <pre>{@code
 * try (VirtualTime time = VirtualTime.autoAdvancing();
 *         FakeOperationsServer server = FakeOperationsServer.start(time)) {
 *     server.operation(name).completesAnywayAfter(Duration.ofMillis(500));
 *     server.faults().on(ApiMethod.CANCEL).once(Fault.lostResponse());
 *     // … a client that is given server.url() cancels the operation …
 *     assertThat(server.operationRecord(name).state().terminalState()).contains(TerminalState.COMPLETED);
 *     assertThat(server.requests()).extracting(ServedRequest::line).contains("POST /v1/" + name + ":cancel");
 * }
 * }</pre>
 *
 * <p>An operation without a script is created by the first request for it if its id says how it ends:
 * {@code cancels-500-x} is cancelled 500 ms after a cancel, and so {@code completes-2000-x}, {@code fails-0-x},
 * {@code noresult-0-x}; {@code refuses-x}, {@code unsupported-x}, {@code stuck-x} (never ends); {@code done-x}; and
 * {@code runs-500-x}, which completes 500 ms after the first request.
 *
 * <p>Tests in other languages script it over HTTP, under {@code /__admin}; {@code lro fake-server} is such a server,
 * and {@code docs/FAKE_SERVER.md} its manual. Requests there are neither recorded nor meet a fault.
 *
 * <p>All services share one socket, so a path that several services document is served for all of them: as
 * google.longrunning where their dialects differ, and without metadata, as its type would be that of one service only.
 * On a path of one service, metadata and responses are of the service's own types, where this server knows them. A
 * server that is started for one service has no shared paths. An undocumented path gets the HTML 404 of Google's front
 * end. Credentials are neither required nor checked. Thread-safe; each connection has a thread of its own. The server
 * reads time only from the given {@link TimeSource}, except for {@link Fault#slowDrip}.
 */
public final class FakeOperationsServer implements AutoCloseable {

    private final MockWebServer socket = new MockWebServer();
    private final Faults faults = new Faults();
    private final RequestLog log = new RequestLog();
    private final InetAddress address;
    private final TimeSource time;
    private final OperationStore store;
    private final OperationsService service;

    private FakeOperationsServer(
            TimeSource time, Collection<ServiceDefinition> services, InetAddress address, int port) {
        this.address = address;
        this.time = time;
        this.store = new OperationStore(time);
        this.service = new OperationsService(time, store);
        socket.setServerSocketFactory(new NoDelayServerSocketFactory());
        socket.setDispatcher(new FakeDispatcher(
                socket,
                new ServedPaths(services),
                faults,
                log,
                service,
                new ControlApi(time, store, faults, log),
                time));
        try {
            socket.start(address, port);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot listen on port " + port + " of "
                            + (address.isLoopbackAddress() ? "the loopback interface" : address.getHostAddress()),
                    e);
        }
    }

    /** Starts a server for all services on the class path, with the system clock, on a free port. */
    public static FakeOperationsServer start() {
        return start(TimeSource.system());
    }

    /** Starts a server for all services on the class path, on a free port. */
    public static FakeOperationsServer start(TimeSource time) {
        return start(time, allServices(), 0);
    }

    /**
     * Starts a server for the given services only.
     *
     * @param port 0 for a free port
     */
    public static FakeOperationsServer start(TimeSource time, Collection<ServiceDefinition> services, int port) {
        return start(time, services, InetAddress.getLoopbackAddress(), port);
    }

    /**
     * Starts a server that other machines can reach too. Everything that reaches the address may read and change its
     * operations.
     *
     * @param address the interface to listen on; {@code 0.0.0.0} for all
     * @param port 0 for a free port
     */
    public static FakeOperationsServer start(
            TimeSource time, Collection<ServiceDefinition> services, InetAddress address, int port) {
        return new FakeOperationsServer(time, services, address, port);
    }

    /**
     * The endpoint for a client, such as {@code http://127.0.0.1:49152}, without a trailing slash. For a server on all
     * interfaces it is that of the loopback interface.
     */
    public String url() {
        InetAddress shown = address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
        String host = shown.getHostAddress();
        return "http://" + (shown instanceof Inet6Address ? '[' + host.replace("%", "%25") + ']' : host) + ":"
                + socket.getPort();
    }

    /** The operation of that relative name, created if it does not exist, to be scripted. */
    public ScriptedOperation operation(String name) {
        return new ScriptedOperation(store.getOrCreate(name));
    }

    /** @throws NoSuchElementException if no operation of that name was scripted or requested */
    public OperationRecord operationRecord(String name) {
        return store.known(name)
                .orElseThrow(() ->
                        new NoSuchElementException("no operation \"%s\" was scripted or asked for; there are %s others"
                                .formatted(name, store.size())))
                .at(time.now());
    }

    /** The faults of this server: what goes wrong, and for which requests. */
    public Faults faults() {
        return faults;
    }

    /**
     * Makes a location, such as {@code projects/p/locations/us-east1}, unreachable: a list that includes it fails with
     * UNAVAILABLE, or names the location in {@code unreachable} if the request sets {@code returnPartialSuccess}.
     */
    public void unreachable(String location) {
        service.unreachable(location);
    }

    /** The latest 10,000 requests in order of arrival, with those on undocumented paths and those that met a fault. */
    public List<ServedRequest> requests() {
        return log.latest();
    }

    /** The number of requests since the start, with those no longer in {@link #requests}. */
    public long requestCount() {
        return log.count();
    }

    /** Adds a listener that is called with each request before it is processed, on the thread of the connection. */
    public void onRequest(Consumer<ServedRequest> listener) {
        log.listen(listener);
    }

    /** Ends all waits in progress and closes the socket and its connections. */
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
