// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceTable;
import dev.longrun.sweep.OperationFilter;
import dev.longrun.sweep.Shard;
import dev.longrun.sweep.Sweep;
import dev.longrun.sweep.SweepPlan;
import dev.longrun.testkit.Fault;
import dev.longrun.testkit.Metadata;
import dev.longrun.testkit.ServedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SweepTest {
    private static final OperationParent EVERYWHERE = OperationParent.of(Harness.FILE, "projects/p/locations/-");

    private final Harness harness = Harness.start();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void whatWasPlannedAndNothingElseIsCancelled() throws InterruptedException {
        run("us-central1", "old", "create");
        run("us-east1", "old", "create");
        run("us-east1", "deleting", "delete");
        harness.operation(name("us-east1", "ended")).alreadyDone();
        harness.time.sleep(Duration.ofHours(2));
        run("us-central1", "young", "create");

        SweepPlan plan = plan(Sweep.of(EVERYWHERE)
                .withFilter(OperationFilter.parse("older-than=1h"))
                .withFilter(OperationFilter.parse("verb=create")));
        run("us-central1", "late", "create");

        assertThat(harness.requests(ApiMethod.LIST)).isEqualTo(harness.server.requestCount());
        assertThat(plan.describe()).isEqualTo("""
                where: file v1 projects/p/locations/-
                which: older than 1h, and verb is create
                seen: 5, of which 1 done and 4 running
                left out: not older than 1h: 1, verb is not create: 1
                to cancel: 2
                by location: us-central1 1, us-east1 1
                by verb: create 2
                  projects/p/locations/us-central1/operations/old, 2h old, create of projects/p/locations/us-central1/instances/i
                  projects/p/locations/us-east1/operations/old, 2h old, create of projects/p/locations/us-east1/instances/i
                """);
        assertThat(plan.names()).map(harness.client.canceller()::cancel).allMatch(CancelOutcome::isCancelled);
        assertThat(cancels())
                .containsExactlyInAnyOrder(
                        "projects/p/locations/us-central1/operations/old",
                        "projects/p/locations/us-east1/operations/old");
    }

    @Test
    void theAsynchronousPlanIsTheSame() {
        for (int i = 0; i < 1_234; i++) {
            run("us-central1", "operation-" + i, "create");
        }
        run("us-east1", "other", "create");
        harness.server.unreachable("projects/p/locations/us-west1");
        Sweep sweep = Sweep.of(EVERYWHERE, Harness.parent());

        assertThat(sweep.planAsync(harness.client.operations(), harness.time.now()))
                .succeedsWithin(Duration.ofSeconds(30))
                .satisfies(plan -> {
                    SweepPlan blocking = plan(sweep);
                    assertThat(plan.names()).isEqualTo(blocking.names()).hasSize(1_235);
                    assertThat(plan.describe()).isEqualTo(blocking.describe());
                });
    }

    @Test
    void aCancelledPlanListsNoFurther() {
        for (int i = 0; i < 600; i++) {
            run("us-central1", "operation-" + i, "create");
        }
        CompletableFuture<SweepPlan> plan =
                Sweep.of(Harness.parent()).planAsync(harness.client.operations(), harness.time.now());
        plan.cancel(true);

        assertThat(harness.requests(ApiMethod.LIST)).isLessThanOrEqualTo(1);
    }

    @Test
    void overlappingParentsPlanAnOperationOnce() {
        run("us-central1", "one", "create");

        SweepPlan plan = plan(Sweep.of(EVERYWHERE, Harness.parent()));

        assertThat(plan.names()).containsExactly(name("us-central1", "one"));
        assertThat(plan.counts().matched()).isEqualTo(1);
    }

    @Test
    void theLimitBoundsWhatIsPlannedAndNotWhatIsCounted() {
        for (int i = 0; i < 1_234; i++) {
            run("us-central1", "operation-" + i, "create");
        }

        SweepPlan plan = plan(Sweep.of(Harness.parent()).withMaxOps(1_000).withSampleSize(3));

        assertThat(plan.names()).hasSize(1_000);
        assertThat(plan.sample()).hasSize(3);
        assertThat(plan.counts().matched()).isEqualTo(1_234);
        assertThat(plan.beyond()).isEqualTo(234);
        assertThat(harness.requests(ApiMethod.LIST)).isEqualTo(3);
    }

    @Test
    void theShardsOfASweepAreTheSweep() {
        for (int i = 0; i < 100; i++) {
            run("us-central1", "operation-" + i, "create");
        }

        List<OperationName> together = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            SweepPlan part = plan(Sweep.of(Harness.parent()).withShard(Shard.of(i, 3)));
            assertThat(part.counts().matched() + part.counts().elsewhere()).isEqualTo(100);
            assertThat(part.names()).isNotEmpty();
            together.addAll(part.names());
        }

        assertThat(together).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void theServersFilterGoesIntoTheList() {
        run("us-central1", "one", "create");
        harness.operation(name("us-central1", "ended")).alreadyDone();

        SweepPlan plan = plan(Sweep.of(Harness.parent()).withServerFilter("done=false"));

        assertThat(plan.counts().seen()).isEqualTo(1);
        assertThat(harness.server.requests())
                .extracting(ServedRequest::query)
                .containsExactly("filter=done%3Dfalse&pageSize=500");
    }

    @Test
    void aLocationThatIsDownIsNamed() {
        run("us-central1", "one", "create");
        run("us-east1", "two", "create");
        harness.server.unreachable("projects/p/locations/us-east1");

        SweepPlan plan = plan(Sweep.of(EVERYWHERE));

        assertThat(plan.names()).containsExactly(name("us-central1", "one"));
        assertThat(plan.describe())
                .endsWith("not known: file v1 projects/p/locations/us-east1: the service could not reach it\n");
    }

    @Test
    void aServiceThatDoesNotKnowPartialSuccessIsAskedWithoutIt() {
        run("us-central1", "one", "create");
        harness.server.faults().on(ApiMethod.LIST).once(Fault.error(Code.INVALID_ARGUMENT, "Unknown name", "BAD"));

        SweepPlan plan = plan(Sweep.of(EVERYWHERE));

        assertThat(plan.names()).hasSize(1);
        assertThat(harness.server.requests())
                .extracting(ServedRequest::query)
                .containsExactly("pageSize=500&returnPartialSuccess=true", "pageSize=500");
    }

    @Test
    void aParentThatIsRefusedDoesNotStopTheOthers() {
        run("us-central1", "one", "create");
        harness.server.faults().on(ApiMethod.LIST).once(Fault.permissionDenied());
        OperationParent refused = OperationParent.of(Harness.FILE, "projects/q/locations/us-central1");

        SweepPlan plan = plan(Sweep.of(refused, Harness.parent()));

        assertThat(plan.names()).containsExactly(name("us-central1", "one"));
        assertThat(plan.unreached()).singleElement().satisfies(unreached -> {
            assertThat(unreached.where()).isEqualTo("file v1 projects/q/locations/us-central1");
            assertThat(unreached.reason()).contains("PERMISSION_DENIED");
        });
    }

    @Test
    void aParentWithoutARegionalHostIsUnreachedWhereOneIsWanted() {
        run("us-central1", "one", "create");
        ServiceDefinition lab = ServiceTable.parse("lab", "service lab.example.com\nversions v1\n")
                .definition("lab.example.com", "v1");
        Sweep sweep = Sweep.of(Harness.parent(), OperationParent.of(lab, "racks/r/locations/us-east1"));
        try (OperationsClient client = OperationsClient.builder()
                .endpoint("file.googleapis.com", harness.server.url())
                .regionalHosts(true)
                .withoutCredentials()
                .time(harness.time)
                .build()) {
            SweepPlan blocking = sweep.plan(client.operations(), harness.time.now());
            SweepPlan async =
                    sweep.planAsync(client.operations(), harness.time.now()).join();
            assertThat(List.of(blocking, async)).allSatisfy(plan -> {
                assertThat(plan.names()).containsExactly(name("us-central1", "one"));
                assertThat(plan.unreached())
                        .singleElement()
                        .satisfies(unreached -> assertThat(unreached.reason())
                                .isEqualTo("lab.example.com v1: the service lists no regional hosts; its host is"
                                        + " lab.example.com"));
            });
        }
    }

    @Test
    void aSweepThatSawNothingFails() {
        harness.server.faults().on(ApiMethod.LIST).always(Fault.permissionDenied());

        assertThatThrownBy(() -> plan(Sweep.of(Harness.parent())))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.status().code()).isEqualTo(Code.PERMISSION_DENIED));
    }

    private SweepPlan plan(Sweep sweep) {
        return sweep.plan(harness.client.operations(), harness.time.now());
    }

    private void run(String location, String id, String verb) {
        harness.operation(name(location, id))
                .cancelsAfter(Duration.ofSeconds(1))
                .metadata(Metadata.common(verb, "projects/p/locations/" + location + "/instances/i"));
    }

    private static OperationName name(String location, String id) {
        return OperationName.of(Harness.FILE, "projects/p/locations/" + location + "/operations/" + id);
    }

    private List<String> cancels() {
        return harness.server.requests().stream()
                .filter(request ->
                        request.rpc().filter(ApiMethod.CANCEL::equals).isPresent())
                .map(ServedRequest::name)
                .toList();
    }
}
