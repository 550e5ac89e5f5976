// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulation finds defects: an engine with one of them does not pass. */
class BrokenEngineTest {
    private static final int SEEDS = 10_000;

    private static final ExecutorService SEARCHES =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

    @AfterAll
    static void stop() {
        SEARCHES.shutdownNow();
    }

    static Stream<Arguments> defects() {
        return Stream.of(
                defect(
                        "the outcome is taken from the answer to the cancel",
                        "cancel/OutcomeResolver.java",
                        "case SUCCEEDED -> Kind.COMPLETED_ANYWAY;",
                        "case SUCCEEDED -> state.status() == CancelEvidence.RequestStatus.ACCEPTED"
                                + " ? Kind.CANCELLED : Kind.COMPLETED_ANYWAY;"),
                defect(
                        "a rejection is believed although an earlier answer was lost",
                        "cancel/CancelMachine.java",
                        "case REJECTED, NO_METHOD, NO_OPERATION ->\n                perhapsTaken",
                        "case REJECTED, NO_METHOD, NO_OPERATION ->\n                perhapsTaken && false"),
                defect(
                        "an operation that runs is called done before the request",
                        "cancel/CancelMachine.java",
                        "return operation.done()\n                    ? end(OutcomeResolver.ended(name, state, event), Action.LOG_END)",
                        "return true ? end(OutcomeResolver.ended(name, state, event), Action.LOG_END)"),
                defect(
                        "the deadline of the watch begins again with the watch",
                        "cancel/CancelMachine.java",
                        "return new Step(state.in(Phase.WATCHING, remaining(event)), actions);",
                        "return new Step(state.in(Phase.WATCHING, options.timeout()), actions);"),
                defect(
                        "the request does not wait for its intent",
                        "cancel/CancelTask.java",
                        "case LOG_INTENT -> follow(log.intent(), state.time());",
                        "case LOG_INTENT -> { log.intent();"
                                + " handle(CancelEvent.of(CancelEvent.Type.LOG_WRITTEN, deadline.elapsed())); }"),
                defect(
                        "a request waits for its permit beyond the deadline",
                        "cancel/CancelMachine.java",
                        "Duration limit = wanted.compareTo(remaining(event)) < 0 ? wanted : remaining(event);",
                        "Duration limit = wanted.plus(wanted);"),
                defect(
                        "a resumed name is asked again although it was not read",
                        "cancel/CancelMachine.java",
                        "return previous != null || options.readFirst()",
                        "return options.readFirst()"),
                defect(
                        "a cancel that the caller left goes on",
                        "cancel/CancelTask.java",
                        "            if (!finished) {\n                stop();\n            }",
                        ""),
                defect(
                        "a name is taken twice",
                        "cancel/InFlightTable.java",
                        "return entries.putIfAbsent(name, new Entry()) == null;",
                        "return entries.put(name, new Entry()) == null || true;"),
                defect(
                        "a request leaves after the close of its batch",
                        "cancel/InFlightWindow.java",
                        "            table.dropWaiting();\n            return table.underWay();",
                        "            table.dropWaiting();\n            return List.of();"),
                defect(
                        "the result of a cancelled read is lost",
                        "cancel/InFlightWindow.java",
                        "if (!read.claim()) {\n                return;",
                        "if (!read.claim()) {\n                table.take();\n                return;"),
                defect(
                        "a batch stops when its window was full",
                        "cancel/InFlightWindow.java",
                        "        roomMade.run();\n        read.end(result, end);",
                        "        read.end(result, end);"),
                defect(
                        "a batch begins names without a pause",
                        "cancel/BatchFeeder.java",
                        "free = due + interval;",
                        "free = due;"),
                defect(
                        "no read is made shortly before the deadline",
                        "watch/PollSchedule.java",
                        "return latest >= SLOT ? latest : NEVER;\n    }\n",
                        "return NEVER;\n    }\n"),
                defect(
                        "the timer of the watcher is not armed again",
                        "watch/DueQueue.java",
                        "boolean isEarlyEnough = timer != null && size > 0 && armedFor <= at(0).due;",
                        "boolean isEarlyEnough = timer != null;"),
                defect(
                        "an operation that a list does not show is given up",
                        "watch/PollReader.java",
                        "operation.on(Event.MISSING);\n            get(operation, confirms);",
                        "operation.on(Event.MISSING);"),
                defect(
                        "what a list shows is dropped while a get is in flight",
                        "watch/PollReader.java",
                        "if (isBeingRead && !listed.done()) {",
                        "if (isBeingRead) {"),
                defect(
                        "an end waits for a disk that is frozen",
                        "cancel/CancelTask.java",
                        "follow(log.end(state), atLeast(LOG_GRACE, deadline.remaining()));",
                        "follow(log.end(state), Duration.ofHours(1));"),
                defect(
                        "a call that is interrupted goes on",
                        "rpc/Futures.java",
                        "future.cancel(false);\n            Thread.currentThread().interrupt();",
                        "Thread.currentThread().interrupt();"),
                defect("an interrupt is lost", "cancel/CancelBatch.java", "Thread.currentThread().interrupt();", ""),
                defect(
                        "a wait that fails is not replaced by a read",
                        "watch/PollReader.java",
                        "operation.parent().suspendWaits(clock.getAsLong());\n                    watched.settle(operation);",
                        "operation.parent().suspendWaits(clock.getAsLong());"),
                defect(
                        "a date is read by the clock of the client",
                        "rpc/ErrorResponseReader.java",
                        "retryAfter(value, sent(response, now))",
                        "retryAfter(value, now)"),
                defect(
                        "a hint of the service is ignored",
                        "rpc/AdaptiveRateLimiter.java",
                        "pausedUntil = later(pausedUntil, now + pause(hint).toNanos());",
                        ""),
                defect(
                        "the rate is exceeded",
                        "rpc/AdaptiveRateLimiter.java",
                        "nextPermit = at + (long) (SECOND / perSecond(at));",
                        "nextPermit = at;"),
                defect(
                        "a journal is not locked",
                        "journal/JournalLock.java",
                        "if (HELD.containsKey(identity(journal))) {",
                        "if (false) {"),
                defect(
                        "a torn line is believed",
                        "journal/JournalReader.java",
                        "        return whole;",
                        "        return whole + line.size();"),
                defect(
                        "a line counts as written before it is on the disk",
                        "journal/GroupCommit.java",
                        "file.channel().force(false);",
                        ""),
                defect(
                        "a name with a final outcome is resumed",
                        "journal/EntryState.java",
                        "return outcome != null && outcome.isFinal();",
                        "return false;"),
                defect(
                        "the request of an earlier process is forgotten",
                        "journal/EntryState.java",
                        "return begun ? Optional.of(request()) : Optional.empty();",
                        "return Optional.empty();"));
    }

    private static Arguments defect(String what, String file, String text, String replacement) {
        return Arguments.of(Named.of(what, SEARCHES.submit(() -> findings(file, text, replacement))));
    }

    private static List<?> findings(String file, String text, String replacement) {
        BrokenEngine engine = BrokenEngine.with(file, text, replacement);
        long seed = 0;
        List<?> findings = engine.findings(seed);
        while (findings.isEmpty() && seed < SEEDS && !Thread.interrupted()) {
            findings = engine.findings(++seed);
        }
        System.out.println("seed " + seed + " finds in " + file + ": "
                + findings.stream().findFirst().map(Object::toString).orElse("nothing"));
        return findings;
    }

    /** The searches begin with the first defect, and some run at a time. */
    @ParameterizedTest
    @MethodSource("defects")
    void isFound(Future<List<?>> search) throws Exception {
        assertThat(search.get()).as("findings in %d seeds", SEEDS).isNotEmpty();
    }

    @Test
    void aChangeOfWhatIsNotThereFails() {
        assertThatThrownBy(() -> BrokenEngine.with("cancel/CancelTask.java", "no such text", ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cancel/CancelTask.java must have this text once, for the simulation to break it:"
                        + " no such text");
    }

    @Test
    void theEngineIsNotBrokenByBeingLoadedAgain() {
        BrokenEngine whole =
                BrokenEngine.with("cancel/CancelTask.java", "LOG_GRACE = Duration", "LOG_GRACE =  Duration");
        for (long seed = 0; seed < 20; seed++) {
            assertThat(whole.findings(seed)).isEmpty();
        }
    }
}
