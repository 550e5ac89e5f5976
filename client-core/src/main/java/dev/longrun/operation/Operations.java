// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.call.CallOptions;
import dev.longrun.call.RpcClient;
import dev.longrun.service.Endpoints;
import dev.longrun.service.OperationName;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * The five RPCs of {@code google.longrunning.Operations}, each as one call.
 *
 * <pre>{@code
 * Operation operation = client.operations().get(name);
 * }</pre>
 *
 * <p>Every method is retried within its deadline and throws a {@link dev.longrun.error.LongrunException} that names how
 * far the request got. {@link #cancel} only asks: use {@link dev.longrun.cancel.LroCanceller} to learn what became of
 * it.
 *
 * <p>Implementations are thread-safe. Stages attached to a returned future without an executor run on a thread of the
 * client, of which there are few. What blocks belongs on an executor of the caller's own: {@code thenApplyAsync(...,
 * executor)}.
 */
public interface Operations {

    /** The RPCs over HTTP. */
    static Operations over(RpcClient caller, Endpoints endpoints, CallOptions options) {
        return new RestOperations(caller, new OperationRequestFactory(endpoints), options);
    }

    /** The deadlines and retries that these are called with. */
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
     * Asks the service to cancel. That it returns says that the service took the request, and nothing more: the
     * operation may be cancelled, end otherwise, or run on.
     */
    void cancel(OperationName name);

    CompletableFuture<Void> cancelAsync(OperationName name);

    /** Makes the service forget an operation. Does not stop its work. */
    void delete(OperationName name);

    CompletableFuture<Void> deleteAsync(OperationName name);

    /**
     * Lets the service wait until the operation is done or {@code timeout} has passed, and returns what it then is. Few
     * services bind it (Vertex AI does); they may answer sooner than asked.
     */
    Operation wait(OperationName name, Duration timeout);

    CompletableFuture<Operation> waitAsync(OperationName name, Duration timeout);

    /** All pages from the one that {@code request} names; each is fetched when it is asked for. */
    default Iterable<OperationPage> pages(ListRequest request) {
        return () -> new PageIterator(this::list, request);
    }

    /** The operations of all pages, fetched as the stream is read. */
    default Stream<Operation> stream(ListRequest request) {
        return PageIterator.stream(this, request).flatMap(page -> page.operations().stream());
    }
}
