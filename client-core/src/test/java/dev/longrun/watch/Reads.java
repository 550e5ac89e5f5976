// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.call.CallOptions;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationPage;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceTable;
import dev.longrun.time.Backoff;
import dev.longrun.time.HandTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A service whose responses come when the test gives them. Each request is kept with the time at which it was sent. */
final class Reads implements Operations {
    static final ServiceDefinition SERVICE =
            ServiceTable.parse("vertex", """
                    service  aiplatform.googleapis.com
                    versions v1
                    names
                      projects/*/locations/*/operations/*  get list cancel wait
                    """).definition("aiplatform.googleapis.com", "v1");

    /** A schedule that does not depend on other reads, and leaves room between them. */
    static final WatchOptions OPTIONS = WatchOptions.defaults()
            .withPollBackoff(Backoff.exponential(Duration.ofMillis(500), 1.5, Duration.ofSeconds(10)));

    record Request<T>(String what, long at, Duration timeout, CompletableFuture<T> response) {}

    final List<Request<Operation>> gets = new ArrayList<>();
    final List<Request<Operation>> waits = new ArrayList<>();
    final List<Request<OperationPage>> lists = new ArrayList<>();
    final List<Integer> pageSizes = new ArrayList<>();
    Optional<Throwable> thrown = Optional.empty();
    private final HandTime time;
    private CallOptions options = CallOptions.defaults();

    Reads(HandTime time) {
        this.time = time;
    }

    static OperationName name(String location, String id) {
        return OperationName.of(SERVICE, "projects/p/locations/" + location + "/operations/" + id);
    }

    static Operation running(OperationName name) {
        return Operation.read(name, JsonObject.parse("{}"));
    }

    static Operation running(OperationName name, String step) {
        return Operation.read(name, JsonObject.parse("{\"metadata\":{\"step\":\"" + step + "\"}}"));
    }

    static Operation done(OperationName name) {
        return Operation.read(name, JsonObject.parse("{\"done\":true,\"response\":{}}"));
    }

    static OperationPage page(Operation... shown) {
        return OperationPage.of(List.of(shown));
    }

    @Override
    public CallOptions options() {
        return CallOptions.defaults();
    }

    @Override
    public Operations with(CallOptions those) {
        options = those;
        return this;
    }

    @Override
    public CompletableFuture<Operation> getAsync(OperationName name) {
        return sent(gets, name.toString());
    }

    @Override
    public CompletableFuture<Operation> waitAsync(OperationName name, Duration timeout) {
        return sent(waits, name.toString());
    }

    @Override
    public CompletableFuture<OperationPage> listAsync(ListRequest request) {
        pageSizes.add(request.pageSize());
        return sent(lists, request.pageToken());
    }

    private <T> CompletableFuture<T> sent(List<Request<T>> requests, String what) {
        if (thrown.isPresent()) {
            throw Reads.<RuntimeException>unchecked(thrown.get());
        }
        var response = new CompletableFuture<T>();
        requests.add(new Request<>(what, time.nanoTime(), options.timeout(), response));
        return response;
    }

    @SuppressWarnings("unchecked") // other languages throw checked exceptions without declaring them
    static <E extends Throwable> E unchecked(Throwable any) throws E {
        throw (E) any;
    }

    @Override
    public Operation get(OperationName name) {
        throw new AssertionError("the watcher does not block");
    }

    @Override
    public OperationPage list(ListRequest request) {
        throw new AssertionError("the watcher does not block");
    }

    @Override
    public void cancel(OperationName name) {
        throw new AssertionError("a watch only reads");
    }

    @Override
    public CompletableFuture<Void> cancelAsync(OperationName name) {
        throw new AssertionError("a watch only reads");
    }

    @Override
    public void delete(OperationName name) {
        throw new AssertionError("a watch only reads");
    }

    @Override
    public CompletableFuture<Void> deleteAsync(OperationName name) {
        throw new AssertionError("a watch only reads");
    }

    @Override
    public Operation wait(OperationName name, Duration timeout) {
        throw new AssertionError("the watcher does not block");
    }
}
