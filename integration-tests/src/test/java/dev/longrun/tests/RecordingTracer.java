// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import dev.longrun.call.AttemptEvent;
import dev.longrun.call.BatchEvent;
import dev.longrun.call.ClientTracer;
import dev.longrun.call.OperationEvent;
import dev.longrun.call.StateEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps a tree of spans, each with its parent, its states and its ends. */
final class RecordingTracer implements ClientTracer {
    final List<Span> spans = new CopyOnWriteArrayList<>();
    private final ThreadLocal<@Nullable Span> current = new ThreadLocal<>();

    /** A span; {@code ends} counts how often it ended. */
    static final class Span {
        final String name;
        final @Nullable Span parent;
        final List<String> states = new CopyOnWriteArrayList<>();
        final AtomicInteger ends = new AtomicInteger();
        final CompletableFuture<String> end = new CompletableFuture<>();

        Span(String name, @Nullable Span parent) {
            this.name = name;
            this.parent = parent;
        }

        private void end(String how) {
            ends.incrementAndGet();
            end.complete(how);
        }

        /** {@code caller/CANCEL o/attempt}. */
        String path() {
            return (parent == null ? "" : parent.path() + "/") + name;
        }
    }

    /** Runs the action with a new span of the application as the current one. */
    void inSpan(String name, Runnable action) {
        Span span = new Span(name, current.get());
        Scope scope = enter(span);
        action.run();
        scope.close();
    }

    String currentPath() {
        Span span = current.get();
        return span == null ? "none" : span.path();
    }

    private Scope enter(Span span) {
        Span before = current.get();
        current.set(span);
        return () -> current.set(before);
    }

    private Span start(String name) {
        Span span = new Span(name, current.get());
        spans.add(span);
        return span;
    }

    @Override
    public UnaryOperator<Runnable> capture() {
        Span captured = current.get();
        return task -> () -> {
            Span before = current.get();
            current.set(captured);
            try {
                task.run();
            } finally {
                current.set(before);
            }
        };
    }

    @Override
    public TracedOperation operationStarted(OperationEvent operation) {
        Span span = start(operation.kind() + " " + id(operation.name().value()));
        return new TracedOperation() {
            @Override
            public Scope makeCurrent() {
                return enter(span);
            }

            @Override
            public void stateChanged(StateEvent state) {
                span.states.add(state.state());
            }

            @Override
            public void ended(OperationEvent end) {
                span.end(end.failure()
                        .map(failure -> failure.getClass().getSimpleName())
                        .orElse(end.outcome()));
            }
        };
    }

    @Override
    public Traced<BatchEvent> batchStarted() {
        Span span = start("batch");
        return new Traced<>() {
            @Override
            public Scope makeCurrent() {
                return enter(span);
            }

            @Override
            public void ended(BatchEvent end) {
                span.end(end.outcomes() + " " + end.failed());
            }
        };
    }

    @Override
    public TracedAttempt attemptStarted(AttemptEvent attempt) {
        Span span = start(attempt.call().method() + " " + id(attempt.call().subject()) + " " + attempt.number());
        return new TracedAttempt() {
            @Override
            public Scope makeCurrent() {
                return enter(span);
            }

            @Override
            public Map<String, String> headers() {
                return Map.of(
                        "traceparent",
                        span.name,
                        "User-Agent",
                        "not ours",
                        "x-bad",
                        "line\nbreak",
                        "AUTHORIZATION",
                        "Bearer forged");
            }

            @Override
            public void ended(AttemptEvent end) {
                span.end(end.httpStatus() + end.problem());
            }
        };
    }

    private static String id(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
