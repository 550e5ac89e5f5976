// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelBatch;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.journal.CancelJournal;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import dev.longrun.testkit.ServedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many cancels on a clock that stands still: the requests are sent, and their results are not read. */
class ClosedEarlyTest {
    private final Harness harness = Harness.manual();
    private final BlockingQueue<String> cancels = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> reads = new LinkedBlockingQueue<>();
    private final AtomicInteger taken = new AtomicInteger();
    private final Stream<OperationName> endless =
            Stream.generate(() -> Harness.name("cancels-0-" + taken.incrementAndGet()));

    @TempDir
    Path directory;

    @BeforeEach
    void listen() {
        harness.server.onRequest(this::note);
    }

    private void note(ServedRequest request) {
        request.rpc().filter(ApiMethod.CANCEL::equals).ifPresent(cancel -> cancels.add(request.name()));
        request.rpc().filter(ApiMethod.GET::equals).ifPresent(get -> reads.add(request.name()));
    }

    @AfterEach
    void close() {
        harness.close();
    }

    private CancelBatch cancelAll(BatchOptions options) {
        return harness.client.canceller().cancelAll(endless, options);
    }

    private String nextCancel() throws InterruptedException {
        return cancels.poll(10, TimeUnit.SECONDS);
    }

    /** Reads that are due at the same time are put together, which takes a moment of the clock. */
    private String readBegins() throws InterruptedException {
        String read = null;
        for (int i = 0; i < 1_000 && read == null; i++) {
            harness.time.advance(Duration.ofMillis(1));
            read = reads.poll(10, TimeUnit.MILLISECONDS);
        }
        return read;
    }

    @Test
    void aRunSendsNothingMoreAndSaysWhatIsUnconfirmed() throws InterruptedException {
        CancelBatch run = cancelAll(BatchOptions.defaults().withMaxInFlight(5));
        List<String> sent = List.of(nextCancel(), nextCancel(), nextCancel(), nextCancel(), nextCancel());
        run.close();
        assertThat(run.sentWithoutOutcome()).extracting(OperationName::value).containsExactlyInAnyOrderElementsOf(sent);
        assertThat(run.hasNext()).isFalse();
        assertThat(taken).hasValue(5);
    }

    @Test
    void aRunForgetsThoseWhoseTurnHadNotCome() throws InterruptedException {
        CancelBatch run = cancelAll(BatchOptions.defaults().withMaxInFlight(5).withMaxPerSecond(1));
        String only = nextCancel();
        run.close();
        assertThat(run.sentWithoutOutcome()).extracting(OperationName::value).containsExactly(only);
        harness.time.advance(Duration.ofMinutes(1));
        assertThat(harness.requests(ApiMethod.CANCEL)).isEqualTo(1);
    }

    @Test
    void aRunThatOnlyLookedAtANameHasNotAskedForIt() throws InterruptedException {
        harness.server.faults().on(ApiMethod.GET).always(Fault.stall());
        CancelBatch run = cancelAll(BatchOptions.defaults()
                .withMaxInFlight(1)
                .withCancelOptions(CancelOptions.defaults().withReadFirst(true)));
        assertThat(readBegins()).endsWith("cancels-0-1");
        run.close();
        assertThat(run.sentWithoutOutcome()).isEmpty();
    }

    @Test
    void aRunThatLooksAtWhatAnEarlierOneAskedForCannotConfirmItEither() throws InterruptedException {
        Path file = directory.resolve("journal.jsonl");
        try (CancelJournal journal = CancelJournal.create(file)) {
            journal.intent(Harness.name("cancels-0-1")).join();
        }
        harness.server.faults().on(ApiMethod.GET).always(Fault.stall());
        try (CancelJournal journal = CancelJournal.resume(file, (service, version) -> Harness.FILE, harness.time)) {
            CancelBatch run =
                    cancelAll(BatchOptions.defaults().withMaxInFlight(1).withWriteAheadLog(journal));
            assertThat(readBegins()).endsWith("cancels-0-1");
            run.close();
            assertThat(run.sentWithoutOutcome()).containsExactly(Harness.name("cancels-0-1"));
        }
    }

    @Test
    void aNameThatIsInTheWindowAlreadyIsTheSameQuestion() throws InterruptedException {
        Stream<OperationName> names = Stream.of("a", "b", "a", "b", "last").map(Harness::name);
        CancelBatch run = harness.client.canceller().cancelAll(names, BatchOptions.defaults());
        assertThat(List.of(nextCancel(), nextCancel(), nextCancel()))
                .containsExactlyInAnyOrder(
                        Harness.name("a").value(),
                        Harness.name("b").value(),
                        Harness.name("last").value());
        assertThat(run.progress().taken()).isEqualTo(3);
        run.close();
    }

    @Test
    void noMoreBeginASecondThanAllowed() throws InterruptedException {
        CancelBatch run = cancelAll(BatchOptions.defaults().withMaxPerSecond(10));
        for (int i = 1; i <= 5; i++) {
            assertThat(nextCancel()).endsWith("cancels-0-" + i);
            assertThat(cancels).isEmpty();
            harness.time.advance(Duration.ofMillis(99));
            assertThat(harness.requests(ApiMethod.CANCEL)).isEqualTo(i);
            harness.time.advance(Duration.ofMillis(1));
        }
        run.close();
    }
}
