// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.NoAnswerException;
import dev.longrun.error.UnreadableAnswerException;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationsMethod;
import dev.longrun.testkit.Fault;
import dev.longrun.testkit.VirtualTime;
import dev.longrun.watch.WatchOptions;
import dev.longrun.watch.WatchOutcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One watch over a real socket. */
class WatchTest {
    private final Harness harness = Harness.start();
    private final OperationName name = Harness.name("o");

    @AfterEach
    void close() {
        harness.close();
    }

    private WatchOutcome await(Duration timeout) {
        return harness.client.watcher().await(name, timeout);
    }

    @Test
    void endsWhenTheOperationDoes() {
        harness.operation(name).completesAfter(Duration.ofSeconds(7));
        assertThat(await(Duration.ofMinutes(1)).orElseThrow()).isInstanceOf(Operation.Succeeded.class);
    }

    @Test
    void letsTheServerWaitWhereItCan() {
        harness.operation(name).completesAfter(Duration.ofMinutes(2));
        assertThat(await(Duration.ofMinutes(5))).isInstanceOf(WatchOutcome.Done.class);
        assertThat(harness.requests(OperationsMethod.WAIT)).isPositive();
        assertThat(harness.requests(OperationsMethod.GET)).isLessThan(12);
    }

    @Test
    void fallsBackToGetsWhereTheServerCannotWaitAfterAll() {
        harness.operation(name).completesAfter(Duration.ofMinutes(2));
        harness.server
                .faults()
                .on(OperationsMethod.WAIT)
                .always(Fault.error(Code.UNIMPLEMENTED, "no waiting here", "UNIMPLEMENTED"));
        assertThat(await(Duration.ofMinutes(5))).isInstanceOf(WatchOutcome.Done.class);
        assertThat(harness.requests(OperationsMethod.WAIT))
                .isLessThan(5); // the clock may jump while the first is in flight
    }

    @Test
    void thatRunsOutOfTimeIsAnOutcomeAndAnExceptionOnlyOnRequest() {
        harness.operation(name).neverEnds();
        WatchOutcome outcome = await(Duration.ofSeconds(10));
        assertThat(outcome).isInstanceOf(WatchOutcome.TimedOut.class);
        assertThat(outcome.readings().last()).isPresent();
        assertThatThrownBy(outcome::orElseThrow)
                .isInstanceOf(NoAnswerException.class)
                .hasMessageStartingWith(name + " ran when it was last read, after ")
                .hasMessageEndingWith("; it can be watched again");
    }

    @Test
    void thatCouldReadNothingClaimsNothing() {
        harness.operation(name).completesAfter(Duration.ZERO);
        harness.server.faults().on(OperationsMethod.GET).always(Fault.unavailable());
        WatchOutcome outcome = await(Duration.ofSeconds(10));
        assertThat(outcome).isInstanceOf(WatchOutcome.TimedOut.class);
        assertThatThrownBy(outcome::orElseThrow)
                .isInstanceOf(NoAnswerException.class)
                .hasMessageStartingWith(name + " could not be read in the end, after ")
                .hasMessageEndingWith("; whether it runs is not known")
                .cause()
                .hasMessageContaining("UNAVAILABLE");
    }

    @Test
    void whenDoneGoesOnForDays() {
        harness.operation(name).completesAfter(Duration.ofDays(3));
        assertThat(harness.client.watcher().whenDone(name).join()).isInstanceOf(WatchOutcome.Done.class);
    }

    @Test
    void ofWhatIsNotThereIsLostAtOnce() {
        assertThat(await(Duration.ofMinutes(1))).isInstanceOfSatisfying(WatchOutcome.Lost.class, lost -> {
            assertThat(lost.cause()).isInstanceOf(ApiException.class).hasMessageContaining("NOT_FOUND");
            assertThat(lost.readings().polls()).isEqualTo(1);
        });
    }

    @Test
    void ofPagesThatAreNoJsonIsLostAfterTheThird() {
        harness.operation(name).neverEnds();
        harness.server.faults().on(OperationsMethod.GET).always(Fault.truncatedJson());
        assertThat(await(Duration.ofMinutes(1))).isInstanceOfSatisfying(WatchOutcome.Lost.class, lost -> {
            assertThat(lost.cause()).isInstanceOf(UnreadableAnswerException.class);
            assertThat(lost.readings().polls()).isEqualTo(3);
        });
    }

    @Test
    void thatIsCancelledTouchesNothingOnTheServer() {
        harness.operation(name).neverEnds();
        CompletableFuture<WatchOutcome> watch = harness.client.watcher().watch(name, WatchOptions.defaults());
        watch.cancel(true);
        assertThat(harness.server.operationRecord(name.value()).cancelRequests())
                .isZero();
    }

    @Test
    void endsAtOnceWhenTheClientIsClosed() {
        VirtualTime stopped = VirtualTime.manual();
        OperationsClient other = harness.clientBuilder().time(stopped).build();
        WatchOptions later = WatchOptions.defaults().withInitialDelay(Duration.ofMinutes(1));
        CompletableFuture<WatchOutcome> watch = other.watcher().watch(name, later);
        other.close();
        assertThat(watch)
                .isCompletedWithValueMatching(outcome -> outcome instanceof WatchOutcome.Lost lost
                        && lost.cause().getMessage().contains("the client was closed while it was watched"));
    }

    @Test
    void thatIsInterruptedSaysSoAndKeepsTheThreadInterrupted() {
        harness.operation(name).neverEnds();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> await(Duration.ofMinutes(1)))
                .isInstanceOf(NoAnswerException.class)
                .hasMessage("interrupted while waiting for " + name + " to be done; what was sent by then stands");
        assertThat(Thread.interrupted()).isTrue();
    }
}
