// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.longrun.cancel.CancelEvent.Type;
import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.error.ConfigurationException;
import dev.longrun.error.LongrunException;
import dev.longrun.error.UnreachableException;
import dev.longrun.service.OperationName;
import dev.longrun.time.Deadline;
import dev.longrun.time.HandTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class GuardedLogTest {
    private static final OperationName NAME = Snapshots.NAME;
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final HandTime time = new HandTime();
    private final List<String> lines = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private boolean previouslySent;

    /** What the log says to each line. */
    private Callable<CompletableFuture<Void>> answer = () -> DONE;

    private Optional<RequestStatus> previous = Optional.empty();

    private final GuardedLog log =
            new GuardedLog(new Lines(), NAME, Deadline.after(Duration.ofMinutes(1), time), new Heard());

    private final class Lines implements WriteAheadLog {
        private CompletableFuture<Void> line(String line) {
            lines.add(line);
            try {
                return answer.call();
            } catch (Exception thrown) {
                throw GuardedLogTest.<RuntimeException>undeclared(thrown);
            }
        }

        @Override
        public Optional<RequestStatus> previousRequest(OperationName name) {
            line("previous " + name);
            return previous;
        }

        @Override
        public CompletableFuture<Void> intent(OperationName name) {
            return line("intent " + name);
        }

        @Override
        public void response(OperationName name, RequestStatus status) {
            line("response " + name + " " + status);
        }

        @Override
        public CompletableFuture<Void> outcome(CancelOutcome outcome) {
            return line("outcome " + outcome.name() + " " + outcome.kind());
        }

        @Override
        public CompletableFuture<Void> failure(OperationName name, LongrunException cause) {
            return line("failure " + name + " " + cause.getMessage());
        }
    }

    private final class Heard implements GuardedLog.Tracker {
        @Override
        public void previouslySent() {
            previouslySent = true;
        }

        @Override
        public void logFailed(Throwable thrown) {
            failures.add(thrown);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> E undeclared(Exception thrown) throws E {
        throw (E) thrown;
    }

    @Test
    void tellsWhatAnEarlierProcessAskedFor() {
        assertThat(log.previousRequest().previous()).isNull();
        previous = Optional.of(RequestStatus.ACCEPTED);
        assertThat(log.previousRequest()).satisfies(event -> {
            assertThat(event.type()).isEqualTo(Type.PREVIOUS_KNOWN);
            assertThat(event.previous()).isEqualTo(RequestStatus.ACCEPTED);
        });
        assertThat(previouslySent).isTrue();
    }

    @Test
    void doesNotCallSentWhatAnEarlierProcessDidNotSend() {
        previous = Optional.of(RequestStatus.NOT_SENT);
        assertThat(log.previousRequest().previous()).isEqualTo(RequestStatus.NOT_SENT);
        assertThat(previouslySent).isFalse();
    }

    @Test
    void writesEachLineAndTellsWhenItIsThere() {
        CompletableFuture<Void> disk = new CompletableFuture<>();
        answer = () -> disk;
        CompletableFuture<CancelEvent> written = log.intent();
        assertThat(written).isNotDone();
        time.advance(Duration.ofSeconds(3));
        disk.complete(null);
        assertThat(written.join()).satisfies(event -> {
            assertThat(event.type()).isEqualTo(Type.LOG_WRITTEN);
            assertThat(event.elapsed()).isEqualTo(Duration.ofSeconds(3));
        });
        assertThat(lines).containsExactly("intent " + NAME);
        assertThat(failures).isEmpty();
    }

    @Test
    void writesAnOutcomeOrAFailureAtTheEnd() {
        CancelOutcome cancelled =
                CancelOutcome.read(NAME, CancelOutcome.Kind.CANCELLED, Snapshots.evidence(RequestStatus.ACCEPTED));
        log.end(CancelState.START.with(cancelled)).join();
        log.end(CancelState.START.with(new UnreachableException("no connection")))
                .join();
        assertThat(lines).containsExactly("outcome " + NAME + " CANCELLED", "failure " + NAME + " no connection");
    }

    @Test
    void makesAnEventOfWhatTheLogThrows() {
        RuntimeException thrown = new IllegalStateException("full");
        answer = () -> {
            throw thrown;
        };
        assertFailed(log.previousRequest(), "full");
        assertFailed(log.intent().join(), "full");
        assertFailed(
                log.end(CancelState.START.with(new UnreachableException("no"))).join(), "full");
        assertThat(failures).containsExactly(thrown, thrown, thrown);
    }

    @Test
    void reportsWhatIsThrownForAResponseAndGoesOn() {
        RuntimeException thrown = new IllegalStateException("full");
        answer = () -> {
            throw thrown;
        };
        log.response(RequestStatus.ACCEPTED);
        assertThat(lines).containsExactly("response " + NAME + " ACCEPTED");
        assertThat(failures).containsExactly(thrown);
    }

    @Test
    void wrapsAnUndeclaredCheckedExceptionForTheTracker() {
        IOException thrown = new IOException("full");
        answer = () -> {
            throw thrown;
        };
        assertFailed(log.intent().join(), "full");
        assertThat(failures)
                .singleElement()
                .asInstanceOf(type(ConfigurationException.class))
                .satisfies(failure -> assertThat(failure).hasCause(thrown));
    }

    @Test
    void takesAFailedFutureForAFailureOfTheLog() {
        ConfigurationException full = new ConfigurationException("the disk is full");
        answer = () -> CompletableFuture.failedFuture(new CompletionException(full));
        CancelEvent event = log.intent().join();
        assertThat(event.type()).isEqualTo(Type.LOG_FAILED);
        assertThat(event.cause()).isSameAs(full);
        assertThat(failures).containsExactly(full);
    }

    @Test
    void takesNullInPlaceOfAFutureForAFailureOfTheLog() {
        answer = () -> null;
        assertFailed(log.intent().join(), "the log returned null");
    }

    private static void assertFailed(CancelEvent event, String message) {
        assertThat(event.type()).isEqualTo(Type.LOG_FAILED);
        assertThat(event.cause())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(NAME + ": the log failed, so nothing more is sent: ")
                .hasMessageEndingWith(message);
    }
}
