// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.OperationsClient;
import dev.longrun.call.ClientListener;
import dev.longrun.call.ContextCarrier;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.MDC;

/** The context of the caller, such as a ThreadLocal, in what the client runs for it. */
@Timeout(30)
class ContextCarrierTest {
    private static final Duration AMPLE = Duration.ofSeconds(10);

    private final Harness harness = Harness.start();
    private final OperationName name = Harness.name("o");

    ContextCarrierTest() {
        harness.operation(name).neverEnds();
    }

    @AfterEach
    void close() {
        harness.close();
    }

    private final ThreadLocal<String> context = new ThreadLocal<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    private OperationsClient client() {
        return harness.clientBuilder()
                .contextCarrier(() -> {
                    String captured = context.get();
                    return task -> () -> {
                        String before = context.get();
                        context.set(captured);
                        try {
                            task.run();
                        } finally {
                            context.set(before);
                        }
                    };
                })
                .listener(ClientListener.ofAttempts(attempt -> seen.add(String.valueOf(context.get()))))
                .build();
    }

    @Test
    void isThatOfTheCallerInListenersAndStages() {
        harness.server.faults().on(ApiMethod.GET).once(Fault.unavailable());
        try (OperationsClient client = client()) {
            context.set("caller");
            CompletableFuture<String> stage = client.operations().getAsync(name).thenApply(operation -> context.get());
            context.remove();
            assertThat(stage).succeedsWithin(AMPLE).isEqualTo("caller");
        }
        assertThat(seen).containsExactly("caller");
    }

    @Test
    void reachesAllRequestsOfACancel() {
        harness.operation(name).cancelsAfter(Duration.ofSeconds(5));
        try (OperationsClient client = client()) {
            context.set("caller");
            client.canceller().cancel(name);
        }
        assertThat(seen).containsExactly("caller");
    }

    /** The first request makes the threads, which inherit the entries of that moment. */
    @Test
    void canBeTheMdcBesideAnother() {
        Set<String> entries = ConcurrentHashMap.newKeySet();
        try (OperationsClient client = harness.clientBuilder()
                .contextCarrier(ContextCarrier.mdc())
                .contextCarrier(() -> {
                    String captured = context.get();
                    return task -> () -> {
                        String before = context.get();
                        context.set(captured);
                        task.run();
                        context.set(before);
                    };
                })
                .listener(ClientListener.ofAttempts(attempt -> entries.add(MDC.get("request") + " " + context.get())))
                .build()) {
            for (String request : List.of("one", "two")) {
                MDC.put("request", request);
                context.set("caller");
                CompletableFuture<String> stage =
                        client.operations().getAsync(name).thenApply(operation -> MDC.get("request"));
                MDC.clear();
                assertThat(stage).succeedsWithin(AMPLE).isEqualTo(request);
            }
            assertThat(client.operations().getAsync(name)).succeedsWithin(AMPLE);
        } finally {
            MDC.clear();
        }
        assertThat(entries).containsExactlyInAnyOrder("one caller", "two caller", "null caller");
    }

    @Test
    void thatCannotBeCarriedChangesNothing() {
        try (OperationsClient client = harness.clientBuilder()
                .contextCarrier(() -> {
                    throw new IllegalStateException("mine");
                })
                .build()) {
            assertThat(client.operations().getAsync(name)).succeedsWithin(AMPLE);
        }
        try (OperationsClient client = harness.clientBuilder()
                .contextCarrier(() -> task -> {
                    throw new IllegalStateException("mine");
                })
                .build()) {
            assertThat(client.operations().getAsync(name)).succeedsWithin(AMPLE);
        }
    }
}
