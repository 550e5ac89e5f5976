// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.http.HttpMethod;
import dev.longrun.http.Origin;
import dev.longrun.service.ApiMethod;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The start or the end of one call. Contains no header, body or credential. Immutable. */
public final class CallEvent {
    private final CallRequest request;
    private final int attempts;
    private final Duration elapsed;
    private final @Nullable Throwable failure;

    /** For tests of listeners; a client makes its own. */
    public CallEvent(CallRequest request, int attempts, Duration elapsed, @Nullable Throwable failure) {
        this.request = request;
        this.attempts = attempts;
        this.elapsed = elapsed;
        this.failure = failure;
    }

    /** The service's name, such as {@code file.googleapis.com}. */
    public String service() {
        return request.service().name();
    }

    /** An {@link dev.longrun.service.OperationsMethod} or a {@link dev.longrun.service.LocationsMethod}. */
    public ApiMethod method() {
        return request.rpc();
    }

    /** The name of the operation, or of the parent or project that is listed. */
    public String subject() {
        return request.subject();
    }

    /** The server that the requests go to. */
    public Origin origin() {
        return request.origin();
    }

    public HttpMethod httpMethod() {
        return request.method();
    }

    /** Percent-encoded, without the query. */
    public String path() {
        return request.path();
    }

    /** The attempts made so far; zero at the start. */
    public int attempts() {
        return attempts;
    }

    /** The time since the start, queues, pauses and token fetches included. */
    public Duration elapsed() {
        return elapsed;
    }

    /**
     * Why the call ended without a value: a {@link dev.longrun.error.LongrunException}, or a cancellation or timeout of
     * its future. Empty at the start and on success.
     */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public String toString() {
        return request.describe() + ", attempts " + attempts + ", " + elapsed + (failure == null ? "" : ", " + failure);
    }
}
