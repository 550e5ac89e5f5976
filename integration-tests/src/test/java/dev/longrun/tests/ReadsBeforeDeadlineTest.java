// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.OperationsClient;
import dev.longrun.call.RateLimit;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cancel.CancelOutcome.Kind;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceTable;
import dev.longrun.testkit.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Cancels of operations that run on, while 15 % each of all requests are lost, throttled and unavailable. Time passes
 * only while the client has nothing else to do, so that no read is late. With a list or a rate limit, reads would
 * depend on each other.
 */
class ReadsBeforeDeadlineTest {
    private static final int OPERATIONS = 600;
    private static final Duration STEP = Duration.ofMillis(5);
    private static final double SHARE = 0.15;
    private static final ServiceDefinition GETS_ONLY =
            ServiceTable.parse("build", """
                    service  cloudbuild.googleapis.com
                    versions v1
                    scopes   cloud-platform
                    names
                      operations/*  get cancel
                    """).definition("cloudbuild.googleapis.com", "v1");

    private final Harness harness = Harness.manual(GETS_ONLY);
    private final CountedTasks tasks = new CountedTasks();
    private final OperationsClient client =
            harness.clientBuilder().executor(tasks).rateLimit(RateLimit.off()).build();

    @AfterEach
    void close() {
        client.close();
        harness.close();
        tasks.close();
    }

    @Test
    void tellThatTheOperationRuns() throws Exception {
        harness.server.faults().dropRandomly(SHARE, 1);
        harness.server.faults().anywhere().sometimes(SHARE, 2, Fault.tooManyRequests());
        harness.server.faults().anywhere().sometimes(SHARE, 3, Fault.unavailable());
        CancelOptions options = CancelOptions.defaults().withTimeout(Duration.ofSeconds(30));
        List<CompletableFuture<CancelOutcome>> cancels = IntStream.range(0, OPERATIONS)
                .mapToObj(number -> (number % 2 == 0 ? "operations/stuck-" : "operations/refuses-") + number)
                .map(id -> OperationName.of(GETS_ONLY, id))
                .map(name -> client.canceller().cancelAsync(name, options))
                .toList();
        while (!cancels.stream().allMatch(CompletableFuture::isDone)) {
            tasks.awaitNone();
            harness.time.advance(STEP);
        }
        assertThat(cancels)
                .extracting(CompletableFuture::join)
                .extracting(CancelOutcome::kind)
                .containsOnly(Kind.STILL_RUNNING, Kind.NOT_CANCELLABLE);
    }
}
