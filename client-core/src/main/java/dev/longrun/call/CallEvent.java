// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.http.HttpMethod;
import dev.longrun.http.Origin;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The start or the end of one call. Contains no header, body or credential. Immutable. */
public final class CallEvent {
    private final String service;
    private final String method;
    private final String subject;
    private final Origin origin;
    private final HttpMethod httpMethod;
    private final String path;
    private final String pathTemplate;
    private final int attempts;
    private final Duration elapsed;
    private final @Nullable Throwable failure;

    private CallEvent(
            String service,
            String method,
            String subject,
            Origin origin,
            HttpMethod httpMethod,
            String path,
            String pathTemplate,
            int attempts,
            Duration elapsed,
            @Nullable Throwable failure) {
        this.service = service;
        this.method = method;
        this.subject = subject;
        this.origin = origin;
        this.httpMethod = httpMethod;
        this.path = path;
        this.pathTemplate = pathTemplate;
        this.attempts = attempts;
        this.elapsed = elapsed;
        this.failure = failure;
    }

    /** The start of a call. Clients make their own events; tests of listeners make them here. */
    public static CallEvent start(
            String service, String method, String subject, Origin origin, HttpMethod httpMethod, String path) {
        return new CallEvent(service, method, subject, origin, httpMethod, path, path, 0, Duration.ZERO, null);
    }

    /** The same call by a binding with this template; a call that is started without one has its path. */
    public CallEvent withPathTemplate(String template) {
        return new CallEvent(service, method, subject, origin, httpMethod, path, template, attempts, elapsed, failure);
    }

    /** The same call later: after that many attempts and that much time, and with a failure if it ended by one. */
    public CallEvent after(int attempts, Duration elapsed, @Nullable Throwable failure) {
        return new CallEvent(
                service, method, subject, origin, httpMethod, path, pathTemplate, attempts, elapsed, failure);
    }

    /** The service's name, such as {@code file.googleapis.com}. */
    public String service() {
        return service;
    }

    /** {@code get}, {@code list}, {@code cancel}, {@code delete} or {@code wait}; {@code locations} lists locations. */
    public String method() {
        return method;
    }

    /** The name of the operation, or of the parent or project that is listed. */
    public String subject() {
        return subject;
    }

    /** The server that the requests go to. */
    public Origin origin() {
        return origin;
    }

    public HttpMethod httpMethod() {
        return httpMethod;
    }

    /** Percent-encoded, without the query. */
    public String path() {
        return path;
    }

    /** The path of the binding: {@code /v1/{name=projects/*}{@code /locations/*}{@code /operations/*}:cancel}. */
    public String pathTemplate() {
        return pathTemplate;
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
        return service + " " + method + " " + subject + ", attempts " + attempts + ", " + elapsed
                + (failure == null ? "" : ", " + failure);
    }
}
