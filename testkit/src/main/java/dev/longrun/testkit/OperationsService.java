// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.error.Code;
import dev.longrun.service.Rpc;
import dev.longrun.testkit.OperationState.Deleted;
import dev.longrun.time.Time;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The five rpcs and the list of locations, from a call to an answer; it knows nothing of the network. */
final class OperationsService implements AutoCloseable {

    private static final Answer EMPTY = Answer.json(200, "{}");

    private final Time time;
    private final OperationStore store;
    private final Set<String> unreachable = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    OperationsService(Time time, OperationStore store) {
        this.time = time;
        this.store = store;
    }

    Answer answer(Call call) {
        try {
            if (!(call.rpc() instanceof Rpc rpc)) {
                return Answer.json(200, new LocationList(call).json(store));
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
        store.all().forEach(Entry::wake);
    }

    private Answer list(Call call) {
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
        return Answer.json(200, new OperationList(request, missing, time.now(), call.version()).json(store));
    }

    private Answer cancel(Call call) {
        if (!List.of("", "{}").contains(call.body().strip())) {
            throw new InvalidArgument(
                    "Invalid JSON payload received. The body of a cancel must be empty; got " + call.body());
        }
        return existing(call, entry -> reply(entry.cancel(time.now()), call));
    }

    private static Answer reply(CancelAnswer answer, Call call) {
        return switch (answer) {
            case ACCEPTED -> EMPTY;
            case REFUSED -> OperationError.notCancellable(call);
            case TOO_LATE -> OperationError.alreadyDone(call);
            case UNIMPLEMENTED -> OperationError.unimplemented(call);
            case NO_SUCH_PATH -> HtmlPage.notFound(call.path());
            case NOT_FOUND -> OperationError.notFound(call);
        };
    }

    private Answer delete(Entry entry) {
        entry.delete(time.now());
        return EMPTY;
    }

    private Answer await(Entry entry, Call call) {
        try {
            entry.await(time, WaitRequest.timeout(call), () -> closed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // answered as it is
        }
        return existing(call, same -> read(same, call));
    }

    private Answer read(Entry entry, Call call) {
        return Answer.json(200, OperationJson.of(entry.look(time.now()), entry.wording(), call.version()));
    }

    private Answer existing(Call call, Function<Entry, Answer> then) {
        return store.find(call.name())
                .filter(entry -> !(entry.look(time.now()).state() instanceof Deleted))
                .map(then)
                .orElseGet(() -> OperationError.notFound(call));
    }
}
