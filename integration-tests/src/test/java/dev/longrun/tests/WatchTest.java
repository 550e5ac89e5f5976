// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.DeadlineExceededException;
import dev.longrun.error.NoResponseException;
import dev.longrun.error.UnreadableResponseException;
import dev.longrun.operation.Operation;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
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
        assertThat(await(Duration.ofMinutes(1)).orElseThrow().state()).isEqualTo(Operation.State.SUCCEEDED);
    }

    @Test
    void letsTheServerWaitWhereItCan() {
        harness.operation(name).completesAfter(Duration.ofMinutes(2));
        assertThat(await(Duration.ofMinutes(5))).extracting(WatchOutcome::kind).isEqualTo(WatchOutcome.Kind.DONE);
        assertThat(harness.requests(ApiMethod.WAIT)).isPositive();
        assertThat(harness.requests(ApiMethod.GET)).isLessThan(45);
    }

    @Test
    void fallsBackToGetsWhereTheServerCannotWaitAfterAll() {
        harness.operation(name).completesAfter(Duration.ofMinutes(2));
        harness.server
                .faults()
                .on(ApiMethod.WAIT)
                .always(Fault.error(Code.UNIMPLEMENTED, "no waiting here", "UNIMPLEMENTED"));
        assertThat(await(Duration.ofMinutes(5))).extracting(WatchOutcome::kind).isEqualTo(WatchOutcome.Kind.DONE);
        assertThat(harness.requests(ApiMethod.WAIT)).isLessThan(5); // the clock may jump while the first is in flight
    }

    @Test
    void thatRunsOutOfTimeIsAnOutcomeAndAnExceptionOnlyOnRequest() {
        harness.operation(name).neverEnds();
        WatchOutcome outcome = await(Duration.ofSeconds(10));
        assertThat(outcome).extracting(WatchOutcome::kind).isEqualTo(WatchOutcome.Kind.TIMED_OUT);
        assertThat(outcome.history().last()).isPresent();
        assertThatThrownBy(outcome::orElseThrow)
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessageStartingWith(name + " was still running when it was last read, after ")
                .hasMessageEndingWith("; it can be watched again");
    }

    @Test
    void thatCouldReadNothingClaimsNothing() {
        harness.operation(name).completesAfter(Duration.ZERO);
        harness.server.faults().on(ApiMethod.GET).always(Fault.unavailable());
        WatchOutcome outcome = await(Duration.ofSeconds(10));
        assertThat(outcome).extracting(WatchOutcome::kind).isEqualTo(WatchOutcome.Kind.TIMED_OUT);
        assertThatThrownBy(outcome::orElseThrow)
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessageStartingWith(name + " could not be read at the end, after ")
                .hasMessageEndingWith("; its state is not known")
                .cause()
                .hasMessageContaining("UNAVAILABLE");
    }

    @Test
    void whenDoneGoesOnForMoreThanADay() {
        harness.operation(name).completesAfter(Duration.ofHours(26));
        assertThat(harness.client.watcher().whenDone(name).join())
                .extracting(WatchOutcome::kind)
                .isEqualTo(WatchOutcome.Kind.DONE);
    }

    @Test
    void ofAMissingOperationIsUnreadableAtOnce() {
        assertThat(await(Duration.ofMinutes(1))).satisfies(lost -> {
            assertThat(lost.kind()).isEqualTo(WatchOutcome.Kind.UNREADABLE);
            assertThat(lost.cause().orElseThrow())
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("NOT_FOUND");
            assertThat(lost.history().polls()).isEqualTo(1);
        });
    }

    @Test
    void ofResponsesThatAreNoJsonIsUnreadableAfterTheThird() {
        harness.operation(name).neverEnds();
        harness.server.faults().on(ApiMethod.GET).always(Fault.truncatedJson());
        assertThat(await(Duration.ofMinutes(1))).satisfies(lost -> {
            assertThat(lost.kind()).isEqualTo(WatchOutcome.Kind.UNREADABLE);
            assertThat(lost.cause().orElseThrow()).isInstanceOf(UnreadableResponseException.class);
            assertThat(lost.history().polls()).isEqualTo(3);
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
        assertThat(watch).succeedsWithin(Duration.ofSeconds(10)).satisfies(outcome -> {
            assertThat(outcome.kind()).isEqualTo(WatchOutcome.Kind.UNREADABLE);
            assertThat(outcome.cause().orElseThrow())
                    .hasMessageContaining("the client was closed while it was watched");
        });
    }

    @Test
    void thatIsInterruptedSaysSoAndKeepsTheThreadInterrupted() {
        harness.operation(name).neverEnds();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> await(Duration.ofMinutes(1)))
                .isInstanceOf(NoResponseException.class)
                .hasMessage("interrupted while waiting for " + name + " to be done; what was sent by then stands");
        assertThat(Thread.interrupted()).isTrue();
    }
}
