// SPDX-License-Identifier: Apache-2.0
package dev.longrun.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.OperationsClient;
import dev.longrun.OperationsClientBuilder;
import dev.longrun.testkit.FakeOperationsServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** What a failed test, and one that leaves work behind, leave in the report. */
@Timeout(60)
class TestReportTest {

    @Test
    void hasTheRequestsOfAFailedTest() {
        Run run = Run.of(Failing.class);

        assertThat(run.entry("longrun.requests").orElseThrow().lines())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).matches("http://127\\.0\\.0\\.1:\\d+ received 1 request"))
                .last()
                .asString()
                .isEqualTo("2026-01-01T00:00:00Z GET /v1/projects/p/locations/us-central1-a/operations/done-x");
    }

    @FakeOperations(time = TestClock.MANUAL)
    static class Failing {
        @Test
        void fails(OperationsClient client) {
            client.operations().get(Filestores.operation("done-x"));
            throw new AssertionError("as planned");
        }
    }

    @Test
    void hasThemAlsoIfAfterEachFailed() {
        assertThat(Run.of(FailingLate.class).entry("longrun.requests"))
                .hasValueSatisfying(text -> assertThat(text).endsWith(" received no requests"));
    }

    @FakeOperations
    static class FailingLate {
        @Test
        void does(FakeOperationsServer server) {}

        @AfterEach
        void fails() {
            throw new AssertionError("as planned");
        }
    }

    @Test
    void ofASharedServerHasTheRequestsOfTheFailedTestOnly() {
        Run run = Run.of(Shared.class);

        assertThat(run.succeeded()).isEqualTo(1);
        assertThat(run.entry("longrun.requests").orElseThrow())
                .contains("received 1 request\n")
                .endsWith("/operations/done-second");
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Shared {
        @FakeOperations
        static OperationsClient client;

        @Test
        @Order(1)
        void one() {
            client.operations().get(Filestores.operation("done-first"));
        }

        @Test
        @Order(2)
        void two() {
            client.operations().get(Filestores.operation("done-second"));
            throw new AssertionError("as planned");
        }
    }

    @Test
    void hasTheLatestOfManyRequests() {
        String text = Run.of(Busy.class).entry("longrun.requests").orElseThrow();

        assertThat(text).contains("received 120 requests, of which the last 100 were\n");
        assertThat(text.lines()).hasSize(101);
        assertThat(text).endsWith("/operations/done-119").doesNotContain("/operations/done-19\n");
    }

    @FakeOperations
    static class Busy {
        @Test
        void fails(OperationsClient client) {
            for (int i = 0; i < 120; i++) {
                client.operations().get(Filestores.operation("done-" + i));
            }
            throw new AssertionError("as planned");
        }
    }

    @Test
    void isEmptyAfterSuccess() {
        Run run = Run.of(Passing.class);

        assertThat(run.succeeded()).isEqualTo(1);
        assertThat(run.entry("longrun.requests")).isEmpty();
        assertThat(run.entry("longrun.leaks")).isEmpty();
    }

    @FakeOperations(failOnLeaks = true)
    static class Passing {
        @Test
        void passes(OperationsClient client) {
            client.operations().get(Filestores.operation("done-x"));
            client.canceller().cancel(Filestores.operation("cancels-500-x"));
        }
    }

    @Test
    void namesAWatchThatRunsOn() {
        Run run = Run.of(Leaking.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.entry("longrun.leaks"))
                .hasValueSatisfying(
                        text -> assertThat(text)
                                .startsWith(
                                        "watch of //file.googleapis.com/projects/p/locations/us-central1-a/operations/stuck-x"));
    }

    @FakeOperations(time = TestClock.MANUAL)
    static class Leaking {
        @Test
        void watches(OperationsClient client) {
            client.watcher().whenDone(Filestores.operation("stuck-x"));
        }
    }

    @Test
    void failsForAWatchOfABuiltClientThatRunsOn() {
        assertThat(Run.of(LeakingBuilt.class).failures())
                .contains("these ran on when \"watches(OperationsClientBuilder)\" had ended; wait for their futures,"
                        + " cancel them, or close the client:\nwatch of //file.googleapis.com/");
    }

    @FakeOperations(time = TestClock.MANUAL, failOnLeaks = true)
    static class LeakingBuilt {
        @Test
        void watches(OperationsClientBuilder builder) {
            builder.build().watcher().whenDone(Filestores.operation("stuck-x"));
        }
    }

    @Test
    void failsTheClassWhoseSharedClientIsLeftBusy() {
        Run run = Run.of(LeakingClass.class);

        assertThat(run.succeeded()).isEqualTo(1);
        assertThat(run.failures()).contains("these ran on when \"TestReportTest$LeakingClass\" had ended;");
    }

    static class LeakingClass {
        @FakeOperations(time = TestClock.MANUAL, failOnLeaks = true)
        static OperationsClient client;

        @Test
        void watches() {
            client.watcher().whenDone(Filestores.operation("stuck-x"));
        }
    }
}
