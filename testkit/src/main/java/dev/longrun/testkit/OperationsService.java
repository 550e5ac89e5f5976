// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.error.Code;
import dev.longrun.time.TimeSource;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The five methods on operations and the list of locations: a request in, a response out. What the JSON looks like is
 * up to the dialect of the request.
 */
final class OperationsService implements AutoCloseable {

    private static final FakeResponse EMPTY = FakeResponse.json(200, "{}");

    private final TimeSource time;
    private final OperationStore store;
    private final Set<String> unreachable = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    OperationsService(TimeSource time, OperationStore store) {
        this.time = time;
        this.store = store;
    }

    FakeResponse respond(RoutedRequest request) {
        try {
            return switch (request.rpc()) {
                case GET -> existing(request, stored -> read(stored, request));
                case LIST -> list(request);
                case CANCEL -> cancel(request);
                case DELETE -> existing(request, this::delete);
                case WAIT -> existing(request, stored -> await(stored, request));
                case LIST_LOCATIONS -> FakeResponse.json(200, new LocationList(request).json(store));
            };
        } catch (InvalidArgument e) {
            return e.respond(request);
        }
    }

    /** Makes lists that include the location fail, or name it in {@code unreachable}. */
    void unreachable(String location) {
        unreachable.add(location);
    }

    /** Ends the waits in progress with the current state. */
    @Override
    public void close() {
        closed = true;
        store.all().forEach(StoredOperation::wake);
    }

    private FakeResponse list(RoutedRequest request) {
        ListParameters parameters = request.dialect().listParameters(request);
        Collection<String> missing = unreachable.stream()
                .filter(location -> NameFilter.overlap(parameters.prefix(), location))
                .sorted()
                .toList();
        if (!missing.isEmpty() && !parameters.partial()) {
            return OperationError.of(
                    Code.UNAVAILABLE, "Locations cannot be reached: " + missing, "LOCATION_UNREACHABLE", request);
        }
        return FakeResponse.json(200, new OperationList(request, parameters, missing, time.now()).json(store));
    }

    private FakeResponse cancel(RoutedRequest request) {
        CancelBody.check(request);
        return existing(request, stored -> reply(stored.cancel(time.now()), request));
    }

    private static FakeResponse reply(CancelBehavior response, RoutedRequest request) {
        return switch (response) {
            case ACCEPTED -> EMPTY;
            case REJECTED -> OperationError.notCancellable(request);
            case TOO_LATE -> OperationError.alreadyDone(request);
            case UNIMPLEMENTED -> OperationError.unimplemented(request);
            case NO_SUCH_PATH -> HtmlPage.notFound(request.path());
            case NOT_FOUND -> OperationError.notFound(request);
        };
    }

    private FakeResponse delete(StoredOperation stored) {
        stored.delete(time.now());
        return EMPTY;
    }

    private FakeResponse await(StoredOperation stored, RoutedRequest request) {
        try {
            stored.await(time, request.dialect().waitTimeout(request), () -> closed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // responds with the current state
        }
        return existing(request, same -> read(same, request));
    }

    private FakeResponse read(StoredOperation stored, RoutedRequest request) {
        return FakeResponse.json(200, request.dialect().operation(stored.served(request.binding(), time.now())));
    }

    private FakeResponse existing(RoutedRequest request, Function<StoredOperation, FakeResponse> then) {
        return store.find(request.name())
                .filter(stored -> !stored.at(time.now()).state().isDeleted())
                .map(then)
                .orElseGet(() -> OperationError.notFound(request));
    }
}
