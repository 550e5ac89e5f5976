// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.error.Code;
import dev.longrun.service.OperationsMethod;
import dev.longrun.testkit.OperationState.Deleted;
import dev.longrun.time.TimeSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The five rpcs and the list of locations, from a call to an answer; it knows nothing of the network. */
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

    FakeResponse answer(RoutedRequest call) {
        try {
            if (!(call.rpc() instanceof OperationsMethod rpc)) {
                return FakeResponse.json(200, new LocationList(call).json(store));
            }
            return switch (rpc) {
                case GET -> existing(call, entry -> read(entry, call));
                case LIST -> list(call);
                case CANCEL -> cancel(call);
                case DELETE -> existing(call, this::delete);
                case WAIT -> existing(call, entry -> await(entry, call));
            };
        } catch (InvalidArgument e) {
            return e.answer(call);
        }
    }

    /** Lists leave out what is there, and say so or fail. */
    void unreachable(String location) {
        unreachable.add(location);
    }

    /** Answers those who still wait. */
    @Override
    public void close() {
        closed = true;
        store.all().forEach(StoredOperation::wake);
    }

    private FakeResponse list(RoutedRequest call) {
        ListRequest request = ListRequest.of(call);
        Collection<String> missing = unreachable.stream()
                .filter(location -> NameFilter.overlap(request.prefix(), location))
                .sorted()
                .toList();
        if (!missing.isEmpty() && !request.partial()) {
            return ErrorAnswer.of(
                    Code.UNAVAILABLE,
                    "Locations cannot be reached: " + missing,
                    "LOCATION_UNREACHABLE",
                    call.service());
        }
        return FakeResponse.json(200, new OperationList(request, missing, time.now(), call.version()).json(store));
    }

    private FakeResponse cancel(RoutedRequest call) {
        if (!List.of("", "{}").contains(call.body().strip())) {
            throw new InvalidArgument(
                    "Invalid JSON payload received. The body of a cancel must be empty; got " + call.body());
        }
        return existing(call, entry -> reply(entry.cancel(time.now()), call));
    }

    private static FakeResponse reply(CancelBehavior answer, RoutedRequest call) {
        return switch (answer) {
            case ACCEPTED -> EMPTY;
            case REFUSED -> OperationError.notCancellable(call);
            case TOO_LATE -> OperationError.alreadyDone(call);
            case UNIMPLEMENTED -> OperationError.unimplemented(call);
            case NO_SUCH_PATH -> HtmlPage.notFound(call.path());
            case NOT_FOUND -> OperationError.notFound(call);
        };
    }

    private FakeResponse delete(StoredOperation entry) {
        entry.delete(time.now());
        return EMPTY;
    }

    private FakeResponse await(StoredOperation entry, RoutedRequest call) {
        try {
            entry.await(time, WaitRequest.timeout(call), () -> closed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // answered as it is
        }
        return existing(call, same -> read(same, call));
    }

    private FakeResponse read(StoredOperation entry, RoutedRequest call) {
        return FakeResponse.json(200, OperationJson.of(entry.look(time.now()), entry.wording(), call.version()));
    }

    private FakeResponse existing(RoutedRequest call, Function<StoredOperation, FakeResponse> then) {
        return store.find(call.name())
                .filter(entry -> !(entry.look(time.now()).state() instanceof Deleted))
                .map(then)
                .orElseGet(() -> OperationError.notFound(call));
    }
}
