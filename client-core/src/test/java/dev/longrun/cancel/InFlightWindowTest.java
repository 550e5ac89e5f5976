// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static dev.longrun.cancel.BatchByHand.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.error.UnreachableException;
import dev.longrun.observe.Observers;
import dev.longrun.time.HandTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InFlightWindowTest {
    private static final RuntimeException FAILURE = new IllegalStateException("no more");

    private final QueuedTasks callbacks = new QueuedTasks();
    private final AtomicInteger roomMade = new AtomicInteger();
    private final List<CancelCounts> ends = new ArrayList<>();
    private final InFlightWindow window = new InFlightWindow(
            2, callbacks, roomMade::incrementAndGet, Observers.none(new HandTime())::context, ends::add);

    private static CancelResult result(int number) {
        return CancelResult.failed(name(number), new UnreachableException("no connection"));
    }

    private void begin(int number) {
        assertThat(window.admit(name(number))).isTrue();
        assertThat(window.begin(name(number))).isTrue();
    }

    @Test
    void tellsItsObserverOnceWhenEveryResultIsKnown() {
        window.admit(name(1));
        window.begin(name(1));
        window.endOfNames(null);
        assertThat(ends).isEmpty();
        window.end(result(1));
        assertThat(ends)
                .singleElement()
                .satisfies(counts -> assertThat(counts.failed()).isEqualTo(1));
        window.close();
        assertThat(ends).hasSize(1);
    }

    @Test
    void hasRoomUntilItsSizeAndAgainOnceAResultIsRead() throws Exception {
        begin(0);
        assertThat(window.hasRoom()).isTrue();
        begin(1);
        assertThat(window.hasRoom()).isFalse();
        window.end(result(0));
        assertThat(window.hasRoom()).as("room while a result is unread").isFalse();
        assertThat(roomMade).hasValue(0);
        assertThat(window.take().name()).isEqualTo(name(0));
        assertThat(window.hasRoom()).isTrue();
        assertThat(roomMade).hasValue(1);
    }

    @Test
    void admitsANameOnceWhileItIsInside() {
        begin(0);
        assertThat(window.admit(name(0))).isFalse();
        assertThat(window.progress().taken()).isEqualTo(1);
    }

    @Test
    void endsAfterTheLastResultOfTheLastName() throws Exception {
        begin(0);
        window.endOfNames(null);
        assertThat(window.wantsNames()).isFalse();
        assertThat(window.admit(name(1))).isFalse();
        window.end(result(0));
        assertThat(window.take()).isNotNull();
        assertThat(window.take()).isNull();
    }

    @Test
    void throwsTheFailureOfTheSourceAfterTheLastResult() throws Exception {
        begin(0);
        window.endOfNames(FAILURE);
        window.end(result(0));
        assertThat(window.take()).isNotNull();
        assertThatThrownBy(window::take).isSameAs(FAILURE);
        assertThatThrownBy(window::take).as("as often as it is read").isSameAs(FAILURE);
    }

    @Test
    void thatIsBrokenOffDropsWhatWaitsAndKeepsWhatHasBegun() throws Exception {
        begin(0);
        window.admit(name(1));
        window.breakOff(FAILURE);
        window.endOfNames(new IllegalStateException("a later failure"));
        assertThat(window.begin(name(1))).isFalse();
        assertThat(window.send(name(0))).isTrue();
        window.end(result(0));
        assertThat(window.take().name()).isEqualTo(name(0));
        assertThatThrownBy(window::take).isSameAs(FAILURE);
    }

    @Test
    void thatIsClosedThrowsNoFailure() throws Exception {
        window.breakOff(FAILURE);
        window.close();
        assertThat(window.take()).isNull();
    }

    @Test
    void thatIsClosedDropsLaterResultsAndLetsNoRequestLeave() {
        begin(0);
        begin(1);
        window.send(name(0));
        window.close();
        window.end(result(0));
        assertThat(window.send(name(1))).isFalse();
        assertThat(window.sent()).containsExactly(name(0));
        assertThat(window.progress().unread()).isZero();
        assertThat(window.progress().counts().failed()).isZero();
    }

    @Test
    void thatIsClosedCancelsWhatIsUnderWayAndWhatIsSetLater() {
        CompletableFuture<Void> early = new CompletableFuture<>();
        CompletableFuture<Void> late = new CompletableFuture<>();
        begin(0);
        begin(1);
        window.cancelWith(name(0), early);
        window.close();
        window.cancelWith(name(1), late);
        assertThat(early).isCancelled();
        assertThat(late).isCancelled();
    }

    @Test
    void completesAReadAsACallback() {
        begin(0);
        CompletableFuture<Optional<CancelResult>> read = window.takeAsync();
        window.end(result(0));
        assertThat(read).isNotDone();
        callbacks.runAll();
        assertThat(read.join().orElseThrow().name()).isEqualTo(name(0));
        assertThat(roomMade).hasValue(1);
    }

    @Test
    void keepsTheResultOfAReadThatIsCancelledBeforeItsCallback() throws Exception {
        begin(0);
        CompletableFuture<Optional<CancelResult>> read = window.takeAsync();
        window.end(result(0));
        read.cancel(false);
        callbacks.runAll();
        assertThat(roomMade).hasValue(0);
        assertThat(window.take().name()).isEqualTo(name(0));
    }

    @Test
    void endsAReadThatIsInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(window::take).isInstanceOf(InterruptedException.class);
    }

    @Test
    void countsWhatIsUnderWayAndWhatIsUnread() {
        begin(0);
        begin(1);
        window.end(result(1));
        assertThat(window.progress()).satisfies(progress -> {
            assertThat(progress.taken()).isEqualTo(2);
            assertThat(progress.underWay()).isEqualTo(1);
            assertThat(progress.unread()).isEqualTo(1);
            assertThat(progress.counts().failed()).isEqualTo(1);
            assertThat(progress.allTaken()).isFalse();
        });
        window.endOfNames(null);
        assertThat(window.progress().allTaken()).isTrue();
    }
}
