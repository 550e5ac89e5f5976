// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationInfo;
import dev.longrun.operation.OperationPage;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.sweep.OperationFilter;
import dev.longrun.sweep.Sweep;
import dev.longrun.testkit.Metadata;
import dev.longrun.testkit.TerminalState;
import dev.longrun.watch.WatchOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The client and the server in the dialects of services that are older than google.longrunning. */
@Timeout(120)
class DialectsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Harness harness = DialectPlace.serve();

    @AfterEach
    void close() {
        harness.close();
    }

    @ParameterizedTest
    @EnumSource
    void getsAnOperationByItsFullName(DialectPlace place) {
        harness.operation(place.name("o"))
                .completesAfter(SECOND)
                .metadata(Metadata.common("insert", place.parent() + "/instances/i"));

        Operation running = harness.client.operations().get(place.name("o"));

        assertThat(running.state()).isEqualTo(Operation.State.RUNNING);
        assertThat(running.name()).isEqualTo(place.name("o"));
        assertThat(running.info().verb()).contains("insert");
        assertThat(running.info().createTime()).isPresent();
        assertThat(running.info().target().orElseThrow()).endsWith("i");
    }

    @ParameterizedTest
    @EnumSource
    void watchesAnOperationToItsEnd(DialectPlace place) {
        harness.operation(place.name("o")).completesAfter(Duration.ofMinutes(5));

        Operation done = harness.client.watcher().await(place.name("o")).orElseThrow();

        assertThat(done.state())
                .isEqualTo(place == DialectPlace.CONTAINER ? Operation.State.ENDED : Operation.State.SUCCEEDED);
    }

    @ParameterizedTest
    @EnumSource
    void listsNamesInFull(DialectPlace place) {
        List<OperationName> names = Stream.of("a", "b", "c").map(place::name).toList();
        names.forEach(name -> harness.operation(name));

        OperationPage first =
                harness.client.operations().list(ListRequest.of(place.parent()).withPageSize(2));
        List<Operation> all = Stream.concat(
                        first.operations().stream(),
                        first.nextPageToken().stream()
                                .flatMap(token -> harness
                                        .client
                                        .operations()
                                        .list(ListRequest.of(place.parent()).withPageToken(token))
                                        .operations()
                                        .stream()))
                .toList();

        assertThat(all).extracting(Operation::name).containsExactlyElementsOf(names);
        assertThat(first.operations()).hasSize(place == DialectPlace.CONTAINER ? 3 : 2);
    }

    @ParameterizedTest
    @EnumSource
    void watchesManyByLists(DialectPlace place) throws Exception {
        List<OperationName> names =
                IntStream.range(0, 40).mapToObj(i -> place.name("o" + i)).toList();
        names.forEach(name -> harness.operation(name).completesAfter(Duration.ofMinutes(5)));

        List<CompletableFuture<?>> watches = names.stream()
                .<CompletableFuture<?>>map(name -> harness.client.watcher().watch(name))
                .toList();
        CompletableFuture.allOf(watches.toArray(CompletableFuture[]::new)).get();

        assertThat(harness.requests(ApiMethod.LIST)).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void plansASweep(DialectPlace place) {
        harness.operation(place.name("done")).alreadyDone();
        harness.operation(place.name("runs")).metadata(Metadata.common("insert", place.parent() + "/instances/i"));
        harness.operation(place.name("other")).metadata(Metadata.common("delete", place.parent() + "/instances/j"));

        Sweep sweep = Sweep.of(place.parent()).withFilter(OperationFilter.verb("insert"));

        assertThat(sweep.plan(harness.client.operations(), harness.time.now()).names())
                .containsExactly(place.name("runs"));
    }

    @Nested
    class Facts {

        @Test
        void ofComputeEngineHaveTheErrorWithItsWords() {
            harness.operation(DialectPlace.COMPUTE.name("o"))
                    .byItself(Duration.ZERO, TerminalState.FAILED)
                    .error(8, "No room.");

            Status status = harness.client
                    .operations()
                    .get(DialectPlace.COMPUTE.name("o"))
                    .status()
                    .orElseThrow();

            assertThat(status.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
            assertThat(status.message()).isEqualTo("RESOURCE_EXHAUSTED: No room.");
        }

        @Test
        void ofCloudSqlHaveNoHttpStatus() {
            harness.operation(DialectPlace.SQLADMIN.name("o"))
                    .byItself(Duration.ZERO, TerminalState.FAILED)
                    .error(8, "No room.");

            assertThat(harness.client
                            .operations()
                            .get(DialectPlace.SQLADMIN.name("o"))
                            .status())
                    .hasValueSatisfying(status -> assertThat(status.code()).isEqualTo(Code.UNKNOWN));
        }

        @Test
        void ofGkeTellThatACancelIsNoted() {
            OperationName name = DialectPlace.CONTAINER.name("stuck-x");
            harness.client.operations().cancelAsync(name).join();

            OperationInfo info = harness.client.operations().get(name).info();

            assertThat(info.cancelRequested()).contains(true);
            assertThat(info.state()).contains("ABORTING");
        }

        @Test
        void haveTheProgress() {
            for (DialectPlace place : List.of(DialectPlace.COMPUTE, DialectPlace.CONTAINER)) {
                harness.operation(place.name("o"))
                        .metadata(Metadata.common("update", "projects/p").withPercent(op -> 40));

                assertThat(harness.client
                                .operations()
                                .get(place.name("o"))
                                .info()
                                .progress())
                        .isPresent();
            }
        }
    }

    @Test
    void waitsOnComputeEnginesServerForTwoMinutesEach() {
        harness.operation(DialectPlace.COMPUTE.name("o")).completesAfter(Duration.ofMinutes(3));

        Operation waited = harness.client.operations().wait(DialectPlace.COMPUTE.name("o"), Duration.ofMinutes(10));

        assertThat(waited.state()).isIn(Operation.State.RUNNING, Operation.State.SUCCEEDED);
        assertThat(harness.lines(ApiMethod.WAIT).get(0))
                .isEqualTo("POST /compute/v1/projects/p/zones/z/operations/o/wait");
        assertThat(harness.client
                        .watcher()
                        .await(DialectPlace.COMPUTE.name("o"), WatchOptions.defaults())
                        .orElseThrow()
                        .state())
                .isEqualTo(Operation.State.SUCCEEDED);
    }

    @Test
    void deletesAnOperationOfComputeEngine() {
        harness.operation(DialectPlace.COMPUTE.name("o")).alreadyDone();

        harness.client.operations().deleteAsync(DialectPlace.COMPUTE.name("o")).join();

        assertThat(harness.server
                        .operationRecord(DialectPlace.COMPUTE.name("o").value())
                        .state()
                        .deleted())
                .isPresent();
    }
}
