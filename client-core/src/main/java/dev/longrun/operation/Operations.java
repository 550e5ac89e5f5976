// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.call.CallOptions;
import dev.longrun.endpoint.Endpoints;
import dev.longrun.rpc.RpcClient;
import dev.longrun.service.OperationName;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The five RPCs of {@code google.longrunning.Operations}, each as one call.
 *
 * <pre>{@code
 * Operation operation = client.operations().get(name);
 * }</pre>
 *
 * <p>Every call ends within its timeout, also one that is asynchronous; watches rely on it. Every method retries within
 * its deadline and throws a {@link dev.longrun.error.LongrunException} that tells how far the request got.
 * {@link #cancel} only sends the request: {@link dev.longrun.cancel.LroCanceller} also finds out what became of the
 * operation.
 *
 * <p>Implementations are thread-safe. Stages attached to a returned future without an executor run on a thread of the
 * client, of which there are few. What blocks belongs on an executor of the caller's own: {@code thenApplyAsync(...,
 * executor)}.
 */
public interface Operations {

    /** The methods over HTTP. For the builder of a client: applications have no {@code RpcClient}. */
    @SuppressWarnings("exports") // wiring
    static Operations over(RpcClient caller, Endpoints endpoints, CallOptions options) {
        return new RestOperations(caller, new OperationRequestFactory(endpoints), options);
    }

    /** The deadlines and retries of these calls. */
    CallOptions options();

    /** The same operations, called with other deadlines or retries. */
    Operations with(CallOptions options);

    /** Reads an operation. */
    Operation get(OperationName name);

    CompletableFuture<Operation> getAsync(OperationName name);

    /** Reads one page. */
    OperationPage list(ListRequest request);

    CompletableFuture<OperationPage> listAsync(ListRequest request);

    /**
     * Requests a cancel. A normal return means that the service accepted the request; the operation may be cancelled,
     * end otherwise, or run on.
     */
    void cancel(OperationName name);

    CompletableFuture<@Nullable Void> cancelAsync(OperationName name);

    /** Deletes the record of an operation. Does not stop its work. */
    void delete(OperationName name);

    CompletableFuture<@Nullable Void> deleteAsync(OperationName name);

    /**
     * Waits on the server until the operation is done or {@code timeout} has passed, and returns a snapshot. Few
     * services bind it (Vertex AI does); a service may respond sooner, and one that takes no time to wait later
     * ({@link OperationName#longestWait}).
     */
    Operation wait(OperationName name, Duration timeout);

    CompletableFuture<Operation> waitAsync(OperationName name, Duration timeout);

    /** All pages from the one that {@code request} names; each is fetched when it is asked for. */
    default Iterable<OperationPage> pages(ListRequest request) {
        return () -> new PageIterator(this::list, request);
    }

    /** The operations of all pages, each page fetched when the stream reaches it. */
    default Stream<Operation> stream(ListRequest request) {
        return PageIterator.stream(this, request).flatMap(page -> page.operations().stream());
    }
}
