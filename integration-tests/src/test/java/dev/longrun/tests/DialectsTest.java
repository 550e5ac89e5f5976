// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelBatch;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationInfo;
import dev.longrun.operation.OperationPage;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceTable;
import dev.longrun.sweep.Sweep;
import dev.longrun.sweep.SweepFilter;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The client and the server in the dialects of services that are older than google.longrunning. */
@Timeout(120)
class DialectsTest {
    private static final ServiceTable TABLE = ServiceTable.parse("dialects", """
                    service  compute.googleapis.com
                    dialect  compute
                    endpoint * www.googleapis.com
                    versions v1
                    rules
                      get    GET    /compute/{version}/{name=projects/*/zones/*/operations/*}
                      list   GET    /compute/{version}/{name=projects/*/zones/*}/operations
                      delete DELETE /compute/{version}/{name=projects/*/zones/*/operations/*}
                      wait   POST   /compute/{version}/{name=projects/*/zones/*/operations/*}/wait

                    service  container.googleapis.com
                    dialect  container
                    versions v1
                    names
                      projects/*/locations/*/operations/*  get list cancel

                    service  sqladmin.googleapis.com
                    dialect  sqladmin
                    versions v1
                    rules
                      get    GET  /{version}/{name=projects/*/operations/*}
                      list   GET  /{version}/{name=projects/*}/operations
                      cancel POST /{version}/{name=projects/*/operations/*}/cancel

                    service  dns.googleapis.com
                    dialect  dns
                    versions v2
                    rules
                      get    GET  /dns/{version}/{name=projects/*/locations/*/managedZones/*/operations/*}
                      list   GET  /dns/{version}/{name=projects/*/locations/*/managedZones/*}/operations

                    service  storage.googleapis.com
                    versions v1
                    rules
                      get    GET  /storage/{version}/b/{bucket}/operations/{id} projects/_/buckets/*/operations/*
                      list   GET  /storage/{version}/b/{bucket}/operations projects/_/buckets/*
                      cancel POST /storage/{version}/b/{bucket}/operations/{id}/cancel projects/_/buckets/*/operations/*
                    """);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Harness harness = Harness.serving(TABLE.services().stream()
            .flatMap(service -> TABLE.definitions(service).stream())
            .toArray(ServiceDefinition[]::new));

    @AfterEach
    void close() {
        harness.close();
    }

    /** A service and a parent of operations there. */
    enum Place {
        COMPUTE("compute", "projects/p/zones/z"),
        CONTAINER("container", "projects/p/locations/z"),
        SQLADMIN("sqladmin", "projects/p"),
        DNS("dns", "projects/p/locations/l/managedZones/z"),
        STORAGE("storage", "projects/_/buckets/b");

        private final ServiceDefinition service;
        private final String parent;

        Place(String service, String parent) {
            this.service = TABLE.definitions(service + ".googleapis.com").get(0);
            this.parent = parent;
        }

        OperationName name(String id) {
            return OperationName.of(service, parent + "/operations/" + id);
        }

        OperationParent parent() {
            return OperationParent.of(service, parent);
        }
    }

    @ParameterizedTest
    @EnumSource
    void getsAnOperationByItsFullName(Place place) {
        harness.operation(place.name("o"))
                .completesAfter(SECOND)
                .metadata(Metadata.common("insert", place.parent + "/instances/i"));

        Operation running = harness.client.operations().get(place.name("o"));

        assertThat(running.state()).isEqualTo(Operation.State.RUNNING);
        assertThat(running.name()).isEqualTo(place.name("o"));
        assertThat(running.info().verb()).contains("insert");
        assertThat(running.info().createTime()).isPresent();
        assertThat(running.info().target().orElseThrow()).endsWith("i");
    }

    @ParameterizedTest
    @EnumSource
    void watchesAnOperationToItsEnd(Place place) {
        harness.operation(place.name("o")).completesAfter(Duration.ofMinutes(5));

        Operation done = harness.client.watcher().await(place.name("o")).orElseThrow();

        assertThat(done.state())
                .isEqualTo(place == Place.CONTAINER ? Operation.State.ENDED : Operation.State.SUCCEEDED);
    }

    @ParameterizedTest
    @EnumSource
    void listsNamesInFull(Place place) {
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
        assertThat(first.operations()).hasSize(place == Place.CONTAINER ? 3 : 2);
    }

    @ParameterizedTest
    @EnumSource
    void watchesManyByLists(Place place) throws Exception {
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
    void plansASweep(Place place) {
        harness.operation(place.name("done")).alreadyDone();
        harness.operation(place.name("runs")).metadata(Metadata.common("insert", place.parent + "/instances/i"));
        harness.operation(place.name("other")).metadata(Metadata.common("delete", place.parent + "/instances/j"));

        Sweep sweep = Sweep.of(place.parent()).withFilter(SweepFilter.verb("insert"));

        assertThat(sweep.plan(harness.client.operations(), harness.time.now()).names())
                .containsExactly(place.name("runs"));
    }

    @Nested
    class Cancel {

        @ParameterizedTest
        @CsvSource({
            "CONTAINER, CANCELLED, ENDED",
            "CONTAINER, COMPLETED, ENDED",
            "CONTAINER, FAILED,    FAILED_ANYWAY",
            "SQLADMIN,  CANCELLED, CANCELLED",
            "SQLADMIN,  COMPLETED, COMPLETED_ANYWAY",
            "SQLADMIN,  FAILED,    FAILED_ANYWAY",
            "STORAGE,   CANCELLED, CANCELLED",
            "STORAGE,   COMPLETED, COMPLETED_ANYWAY",
            "STORAGE,   FAILED,    FAILED_ANYWAY",
        })
        void hasTheOutcomeThatTheServiceTells(Place place, TerminalState ending, CancelOutcome.Kind kind) {
            harness.operation(place.name("o")).afterCancel(SECOND, ending);

            assertThat(cancel(place, "o").kind()).isEqualTo(kind);
            assertThat(harness.server.operationRecord(place.name("o").value()).cancelRequests())
                    .isEqualTo(1);
        }

        @ParameterizedTest
        @EnumSource(names = {"CONTAINER", "SQLADMIN", "STORAGE"})
        void isRejectedOrTooLateOrInVain(Place place) {
            harness.operation(place.name("refuses")).rejectsCancel();
            harness.operation(place.name("done")).alreadyDone();
            harness.operation(place.name("stuck")).neverEnds();

            assertThat(cancel(place, "refuses").kind()).isEqualTo(CancelOutcome.Kind.NOT_CANCELLABLE);
            assertThat(cancel(place, "done").kind()).isEqualTo(CancelOutcome.Kind.ALREADY_DONE);
            assertThat(cancel(place, "stuck").kind()).isEqualTo(CancelOutcome.Kind.STILL_RUNNING);
            assertThat(cancel(place, "forgotten").kind()).isEqualTo(CancelOutcome.Kind.NOT_FOUND);
        }

        @Test
        void isNotSentWhereTheServiceHasNone() {
            harness.operation(Place.COMPUTE.name("o"));

            assertThat(cancel(Place.COMPUTE, "o").kind()).isEqualTo(CancelOutcome.Kind.UNSUPPORTED);
            assertThat(harness.server.requests())
                    .noneMatch(request -> request.line().contains("cancel"));
        }

        @Test
        void takesNamesOfAllServicesInOneBatch() {
            List<OperationName> names = Stream.of(Place.CONTAINER, Place.SQLADMIN, Place.STORAGE)
                    .map(place -> place.name("cancels-500-x"))
                    .toList();

            try (CancelBatch batch = harness.client.canceller().cancelAll(names, BatchOptions.defaults())) {
                assertThat(batch.stream()
                                .map(result -> result.outcome().orElseThrow().kind()))
                        .containsExactlyInAnyOrder(
                                CancelOutcome.Kind.ENDED, CancelOutcome.Kind.CANCELLED, CancelOutcome.Kind.CANCELLED);
            }
        }

        private CancelOutcome cancel(Place place, String id) {
            return harness.client.canceller().cancel(place.name(id));
        }
    }

    @Nested
    class Facts {

        @Test
        void ofComputeEngineHaveTheErrorWithItsWords() {
            harness.operation(Place.COMPUTE.name("o"))
                    .byItself(Duration.ZERO, TerminalState.FAILED)
                    .error(8, "No room.");

            Status status = harness.client
                    .operations()
                    .get(Place.COMPUTE.name("o"))
                    .status()
                    .orElseThrow();

            assertThat(status.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
            assertThat(status.message()).isEqualTo("RESOURCE_EXHAUSTED: No room.");
        }

        @Test
        void ofCloudSqlHaveNoHttpStatus() {
            harness.operation(Place.SQLADMIN.name("o"))
                    .byItself(Duration.ZERO, TerminalState.FAILED)
                    .error(8, "No room.");

            assertThat(harness.client.operations().get(Place.SQLADMIN.name("o")).status())
                    .hasValueSatisfying(status -> assertThat(status.code()).isEqualTo(Code.UNKNOWN));
        }

        @Test
        void ofGkeTellThatACancelIsNoted() {
            OperationName name = Place.CONTAINER.name("stuck-x");
            harness.client.operations().cancelAsync(name).join();

            OperationInfo info = harness.client.operations().get(name).info();

            assertThat(info.cancelRequested()).contains(true);
            assertThat(info.state()).contains("ABORTING");
        }

        @Test
        void haveTheProgress() {
            for (Place place : List.of(Place.COMPUTE, Place.CONTAINER)) {
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
        harness.operation(Place.COMPUTE.name("o")).completesAfter(Duration.ofMinutes(3));

        Operation waited = harness.client.operations().wait(Place.COMPUTE.name("o"), Duration.ofMinutes(10));

        assertThat(waited.state()).isIn(Operation.State.RUNNING, Operation.State.SUCCEEDED);
        assertThat(harness.lines(ApiMethod.WAIT).get(0))
                .isEqualTo("POST /compute/v1/projects/p/zones/z/operations/o/wait");
        assertThat(harness.client
                        .watcher()
                        .await(Place.COMPUTE.name("o"), WatchOptions.defaults())
                        .orElseThrow()
                        .state())
                .isEqualTo(Operation.State.SUCCEEDED);
    }

    @Test
    void deletesAnOperationOfComputeEngine() {
        harness.operation(Place.COMPUTE.name("o")).alreadyDone();

        harness.client.operations().deleteAsync(Place.COMPUTE.name("o")).join();

        assertThat(harness.server
                        .operationRecord(Place.COMPUTE.name("o").value())
                        .state()
                        .deleted())
                .isPresent();
    }
}
