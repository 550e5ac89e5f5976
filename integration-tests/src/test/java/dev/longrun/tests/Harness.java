// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import dev.longrun.OperationsClient;
import dev.longrun.OperationsClientBuilder;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceTable;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.ScriptedOperation;
import dev.longrun.testkit.ServedRequest;
import dev.longrun.testkit.VirtualTime;
import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.util.List;

/** A fake server, a client that talks to it, and one clock for both. */
final class Harness implements AutoCloseable {
    static final ServiceDefinition FILE = ServiceTable.parse("file", """
                    service  file.googleapis.com
                    versions v1
                    scopes   cloud-platform
                    names
                      projects/*/locations/*/operations/*  get list cancel delete wait-
                    """).definition("file.googleapis.com", "v1");
    static final String PARENT = "projects/p/locations/us-central1";

    final VirtualTime time;
    final FakeOperationsServer server;
    final OperationsClient client;

    private Harness(VirtualTime time, List<ServiceDefinition> services) {
        this(time, services, time);
    }

    private Harness(VirtualTime time, List<ServiceDefinition> services, TimeSource ofClient) {
        this.time = time;
        this.server = FakeOperationsServer.start(time, services, 0);
        this.client = clientBuilder()
                .time(ofClient)
                .executor(time.executor())
                .transport(new RealTimeouts())
                .build();
    }

    /** As {@link #start}, for a client whose timers of a minute or more never fire, however long the disk takes. */
    static Harness withoutFarTimers() {
        VirtualTime time = VirtualTime.autoAdvancing();
        return new Harness(time, List.of(FILE), new NearTimers(time));
    }

    /** Time passes as soon as something waits for it: to a far deadline only when no request is under way. */
    static Harness start() {
        return new Harness(VirtualTime.autoAdvancing(), List.of(FILE));
    }

    /**
     * Time passes when nothing is under way: requests take none of it and pauses take theirs, so that a pace can be
     * judged.
     */
    static Harness atPace() {
        return new Harness(VirtualTime.autoAdvancing(Duration.ofNanos(500_000)), List.of(FILE));
    }

    /** Time passes only when the test says so. */
    static Harness manual() {
        return new Harness(VirtualTime.manual(), List.of(FILE));
    }

    /** As {@link #manual}, for another service. */
    static Harness manual(ServiceDefinition service) {
        return new Harness(VirtualTime.manual(), List.of(service));
    }

    /** As {@link #start}, for other services. */
    static Harness serving(ServiceDefinition... services) {
        return new Harness(VirtualTime.autoAdvancing(), List.of(services));
    }

    OperationsClientBuilder clientBuilder() {
        return OperationsClient.builder()
                .endpoint(server.url())
                .withoutCredentials()
                .time(time);
    }

    static OperationName name(String id) {
        return OperationName.of(FILE, PARENT + "/operations/" + id);
    }

    static OperationParent parent() {
        return OperationParent.of(FILE, PARENT);
    }

    ScriptedOperation operation(OperationName name) {
        return server.operation(name.value());
    }

    long requests(ApiMethod rpc) {
        return server.requests().stream()
                .filter(request -> request.rpc().filter(rpc::equals).isPresent())
                .count();
    }

    /** The request lines of that rpc, in the order of their arrival. */
    List<String> lines(ApiMethod rpc) {
        return server.requests().stream()
                .filter(request -> request.rpc().filter(rpc::equals).isPresent())
                .map(ServedRequest::line)
                .toList();
    }

    /** How messages about that name begin. */
    static String about(ApiMethod rpc, OperationName name) {
        return "file v1 " + rpc.label() + " " + name + ": ";
    }

    @Override
    public void close() {
        client.close();
        server.close();
        time.close();
    }
}
