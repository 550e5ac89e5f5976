// SPDX-License-Identifier: Apache-2.0
package dev.longrun;

import dev.longrun.call.RateLimiterStats;
import dev.longrun.cancel.LroCanceller;
import dev.longrun.location.Locations;
import dev.longrun.okhttp.OkHttpTransport;
import dev.longrun.operation.Operations;
import dev.longrun.rpc.RpcClient;
import dev.longrun.watch.OperationWatcher;
import java.util.List;

/**
 * A client for the long-running operations of all Google APIs.
 *
 * <pre>{@code
 * try (OperationsClient client = OperationsClient.create()) {
 *     var name = Filestore.project("acme").location("us-central1").operation("operation-17");
 *     CancelOutcome outcome = client.canceller().cancel(name);
 *     System.out.println(outcome.describe());
 * }
 * }</pre>
 *
 * <p>A name contains its service, version and location, so one client with one connection pool serves all of them.
 * Creating a client does no I/O: credentials are looked up at the first call. Thread-safe; close it to release its
 * connections and threads.
 *
 * <p>Stages attached to a returned future run on one of few threads of the client, unless they are given an executor.
 * Blocking stages need an executor of the application: {@code thenApplyAsync(..., executor)}.
 */
public final class OperationsClient implements AutoCloseable {
    private final Operations operations;
    private final Locations locations;
    private final OperationWatcher watcher;
    private final LroCanceller canceller;
    private final RpcClient calls;
    private final OkHttpTransport okHttp;

    /** @param okHttp fetches tokens, and sends requests unless the application gave a transport */
    OperationsClient(
            Operations operations,
            Locations locations,
            OperationWatcher watcher,
            LroCanceller canceller,
            RpcClient calls,
            OkHttpTransport okHttp) {
        this.operations = operations;
        this.locations = locations;
        this.watcher = watcher;
        this.canceller = canceller;
        this.calls = calls;
        this.okHttp = okHttp;
    }

    /** With Application Default Credentials, the hosts of the services, and default deadlines and retries. */
    public static OperationsClient create() {
        return builder().build();
    }

    /** The version of this library, such as {@code 0.1.0}. */
    public static String version() {
        return Version.current();
    }

    public static OperationsClientBuilder builder() {
        return new OperationsClientBuilder();
    }

    /** The five methods of operations, one call each. */
    public Operations operations() {
        return operations;
    }

    /** The locations of a service. */
    public Locations locations() {
        return locations;
    }

    /** Waits for operations to be done. */
    public OperationWatcher watcher() {
        return watcher;
    }

    /** Cancels operations and reports what became of them. */
    public LroCanceller canceller() {
        return canceller;
    }

    /** What the rate limiters do now, for each service that was called and each kind of call. */
    public List<RateLimiterStats> rateLimiters() {
        return calls.rateLimiters();
    }

    /**
     * Ends calls, watches and cancels in progress, aborts their requests and closes the connections and threads of the
     * client. A client or executor that was given to the builder stays open. Operations on the server are left as they
     * are.
     */
    @Override
    public void close() {
        calls.close();
        watcher.close();
        okHttp.close();
    }
}
