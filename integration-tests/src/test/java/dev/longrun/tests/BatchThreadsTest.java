// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelBatch;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.journal.CancelJournal;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.time.TimeSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Threads and requests of cancels in real time. */
@Timeout(120)
class BatchThreadsTest {
    private final FakeOperationsServer server =
            FakeOperationsServer.start(TimeSource.system(), List.of(Harness.FILE), 0);

    @TempDir
    Path directory;

    private OperationsClient client() {
        return OperationsClient.builder()
                .endpoint(server.url())
                .withoutCredentials()
                .build();
    }

    @Test
    void continuationsOfThreeThousandCancelsWithAJournalRunOnFewThreads() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        List<OperationName> names = IntStream.range(0, 3_000)
                .mapToObj(i -> Harness.name("cancels-0-" + i))
                .toList();
        CancelOptions each = CancelOptions.defaults().withListener(snapshot -> threads.add(Thread.currentThread()));
        try (server;
                OperationsClient client = client();
                CancelJournal journal = CancelJournal.create(directory.resolve("journal.jsonl"));
                CancelBatch batch = client.canceller()
                        .cancelAll(
                                names,
                                BatchOptions.defaults().withCancelOptions(each).withWriteAheadLog(journal))) {
            assertThat(batch.stream()).hasSize(3_000);
        }
        assertThat(threads)
                .hasSizeLessThan(100)
                .allMatch(thread -> thread.getName().startsWith("longrun-"));
    }

    @Test
    void aTimeoutOfTheFutureStopsAllRequests() throws InterruptedException {
        try (server;
                OperationsClient client = client()) {
            CompletableFuture<?> cancel = client.canceller()
                    .cancelAsync(
                            Harness.name("stuck-x"), CancelOptions.defaults().withTimeout(Duration.ofSeconds(60)))
                    .orTimeout(1, TimeUnit.SECONDS);
            assertThat(cancel).failsWithin(Duration.ofSeconds(30));
            while (client.watcher().stats().watched() > 0) {
                Thread.onSpinWait(); // the future's own thread stops the watch
            }
            assertThat(server.requests().stream()
                            .filter(request -> request.rpc()
                                    .filter(ApiMethod.CANCEL::equals)
                                    .isPresent()))
                    .hasSize(1);
        }
    }

    @Test
    void cancelsThatEndAtOnceDoNotNest() {
        Set<Integer> depths = ConcurrentHashMap.newKeySet();
        try (server;
                OperationsClient client = client()) {
            List<CompletableFuture<Void>> ends = IntStream.range(0, 64)
                    .mapToObj(i -> client.canceller()
                            .cancelAsync(Harness.name("cancels-0-" + i))
                            .thenAccept(
                                    outcome -> depths.add(Thread.currentThread().getStackTrace().length)))
                    .toList();
            CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).join();
        }
        assertThat(depths).allMatch(depth -> depth < 100);
    }
}
