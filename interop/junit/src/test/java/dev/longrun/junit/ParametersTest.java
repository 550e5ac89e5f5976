// SPDX-License-Identifier: Apache-2.0
package dev.longrun.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.OperationsClient;
import dev.longrun.OperationsClientBuilder;
import dev.longrun.operation.Operation;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.VirtualTime;
import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a test can have, and by which annotation. These tests are users of the extension themselves. */
@Timeout(60)
@FakeOperations
class ParametersTest {
    private FakeOperationsServer ofBeforeEach;

    @BeforeEach
    void remember(FakeOperationsServer server) {
        ofBeforeEach = server;
    }

    @Test
    void areOfOneServer(
            FakeOperationsServer server, OperationsClient client, OperationsClientBuilder builder, TimeSource time) {
        server.operation(Filestores.operation("o").value()).alreadyDone();

        assertThat(client.operations().get(Filestores.operation("o")).state()).isEqualTo(Operation.State.SUCCEEDED);
        try (OperationsClient other = builder.application("sweeper/1.2").build()) {
            other.operations().get(Filestores.operation("o"));
        }

        assertThat(server).isSameAs(ofBeforeEach);
        assertThat(server.requests()).hasSize(2).allSatisfy(request -> {
            assertThat(request.headers()).doesNotContainKey("Authorization");
            assertThat(request.at()).isBeforeOrEqualTo(time.now());
        });
        assertThat(server.requests().get(1).headers().get("User-Agent")).startsWith("sweeper/1.2 ");
    }

    @Test
    void haveAClockThatMovesByItself(OperationsClient client, VirtualTime time) throws Exception {
        Instant before = time.now();

        client.watcher().await(Filestores.operation("runs-3600000-x"), Duration.ofHours(2));

        assertThat(time.now()).isAfter(before.plus(Duration.ofMinutes(59)));
    }

    @Test
    @FakeOperations(time = TestClock.MANUAL)
    void haveAClockThatTheTestMoves(FakeOperationsServer server, OperationsClient client, VirtualTime time)
            throws Exception {
        server.operation(Filestores.operation("o").value()).completesAfter(Duration.ofMinutes(10));
        Future<?> done = client.watcher().watch(Filestores.operation("o"), Duration.ofHours(1));
        while (!done.isDone()) {
            time.advance(Duration.ofSeconds(1));
        }

        assertThat(server).isSameAs(ofBeforeEach);
        assertThat(time.now()).isAfterOrEqualTo(Instant.parse("2026-01-01T00:10:00Z"));
    }

    @Test
    void haveTheClockOfTheSystem(@FakeOperations(time = TestClock.SYSTEM) TimeSource time) {
        assertThat(time).isSameAs(TimeSource.system());
    }

    /** The same path is of both services: with all of them, its metadata would have no type. */
    @Test
    void areOfSeveralServersIfTheirSettingsDiffer(
            @FakeOperations(services = "filestore") OperationsClient filestore,
            @FakeOperations(services = "dataplex.googleapis.com") FakeOperationsServer dataplex) {
        assertThat(filestore.operations().get(Filestores.operation("stuck-x")).metadata())
                .hasValueSatisfying(
                        metadata -> assertThat(metadata.typeName()).isEqualTo("google.cloud.common.OperationMetadata"));
        assertThat(dataplex.requests()).isEmpty();
    }

    @Nested
    class OfANestedClass {
        @Test
        void areThoseOfTheEnclosingOne(FakeOperationsServer server, VirtualTime time) {
            assertThat(server).isSameAs(ofBeforeEach);
            assertThat(time).isNotNull();
        }
    }

    @Nested
    @FakeOperations(time = TestClock.SYSTEM)
    class OfANestedClassWithItsOwn {
        @Test
        void areItsOwn(TimeSource time) {
            assertThat(time).isSameAs(TimeSource.system());
        }
    }
}
