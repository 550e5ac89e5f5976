// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.service.OperationParent;
import dev.longrun.sweep.SweepPlan.PlannedOperation;
import dev.longrun.sweep.SweepPlan.UnreachableLocation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepTest {
    private static final Sweep EVERYWHERE = Sweep.of(Sample.parent("-"));

    @Test
    void aParentGivenTwiceIsListedOnce() {
        assertThat(Sweep.of(Sample.parent("-"), Sample.parent("-")).parents()).containsExactly(Sample.parent("-"));
    }

    @Test
    void aSweepOfNowhereIsRefused() {
        assertThatThrownBy(() -> Sweep.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a sweep needs to know where: one parent or more, such as projects/p/locations/-");
    }

    @Test
    void aSweepOfNothingIsRefused() {
        assertThatThrownBy(() -> EVERYWHERE.withMaxOps(0))
                .hasMessage("maxOps must be 1 operation or more, for example 1000; got 0");
        assertThatThrownBy(() -> EVERYWHERE.withSampleSize(-1))
                .hasMessage("sampleSize must be 0 or more, for example 10; got -1");
    }

    @Test
    void theServersFilterIsPartOfThePlan() {
        Sweep filtered = EVERYWHERE.withServerFilter("done=false").withMaxOps(7);
        SweepCounts none = new SweepCounts(0, 0, 0, 0, 0, Map.of(), Map.of(), Map.of());

        assertThat(filtered.serverFilter()).isEqualTo("done=false");
        assertThat(new SweepPlan(filtered, Sample.NOON, none, List.of(), List.of(), List.of(), List.of()).describe())
                .contains("which: every running operation\nof those that the service finds by: done=false\n");
    }

    @Test
    void theSampleHasTheOldestFirst() {
        var oldest = new OldestOperations<>(3, PlannedOperation::age);
        for (String age : List.of("?", "PT1H", "PT3H", "?", "PT2H", "PT3H", "PT1M")) {
            Optional<Duration> known =
                    Optional.of(age).filter(it -> !it.equals("?")).map(Duration::parse);
            oldest.add(new PlannedOperation(Sample.name(age), known, Optional.empty(), Optional.empty()));
        }

        assertThat(oldest.inOrder())
                .extracting(each -> each.name().resource().id())
                .containsExactly("PT3H", "PT3H", "PT2H");
    }

    @Test
    void aSampleOfAllHasThoseOfUnknownAgeLastInTheOrderOfTheLists() {
        var all = new OldestOperations<>(9, PlannedOperation::age);
        for (String id : List.of("a", "b", "c")) {
            Optional<Duration> known = Optional.of(Duration.ZERO).filter(it -> id.equals("b"));
            all.add(new PlannedOperation(Sample.name(id), known, Optional.empty(), Optional.empty()));
        }

        assertThat(all.inOrder())
                .extracting(each -> each.name().resource().id())
                .containsExactly("b", "a", "c");
    }

    @Test
    void thePlanReadsAsTextToConfirm() {
        Sweep sweep = EVERYWHERE
                .withFilter(OperationFilter.olderThan(Duration.ofHours(1)))
                .withFilter(OperationFilter.verb("create"))
                .withShard(Shard.of(1, 8))
                .withMaxOps(2)
                .withSampleSize(1);
        var sample = new PlannedOperation(
                Sample.name("a"),
                Optional.of(Duration.ofHours(26)),
                Optional.of("create"),
                Optional.of("projects/p/locations/us-central1/instances/i"));
        Map<String, Long> leftOut = new LinkedHashMap<>();
        leftOut.put("age not said", 15L);
        leftOut.put("verb is not create", 2L);
        var counts = new SweepCounts(
                100, 20, 3, 9, 7, leftOut, Map.of("us-central1", 2L, "us-east1", 1L), Map.of("create", 3L));

        var plan = new SweepPlan(
                sweep,
                Sample.NOON,
                counts,
                List.of(sample),
                List.of(Sample.name("a"), Sample.name("b")),
                List.of("17: no operation has such a name"),
                List.of(new UnreachableLocation(
                        "file v1 projects/p/locations/us-west1", "the service could not reach it")));

        assertThat(plan.describe()).isEqualTo("""
                where: file v1 projects/p/locations/-
                which: older than 1h, and verb is create
                seen: 120, of which 100 done and 20 running
                left out: age not said: 15, verb is not create: 2
                to cancel: 2; 1 more matches, over the limit of 2; 9 not of shard 1/8
                by location: us-central1 2, us-east1 1
                by verb: create 3
                  projects/p/locations/us-central1/operations/a, 1d 2h old, create of projects/p/locations/us-central1/instances/i
                  … and 1 more
                not usable: 7 entries
                  17: no operation has such a name
                not known: file v1 projects/p/locations/us-west1: the service could not reach it
                """);
    }

    @Test
    void whatIsNotSaidIsNotMadeUp() {
        var silent = PlannedOperation.of(Sample.running("a", "{}"), Sample.NOON);

        assertThat(silent.describe()).isEqualTo("projects/p/locations/us-central1/operations/a, of unknown age");
        assertThat(EVERYWHERE.filters()).isEmpty();
    }

    @Test
    void countsStaySmallWhateverTheServiceSays() {
        var tally = new SweepCounter();

        for (int i = 0; i < 1_000; i++) {
            tally.matched(new PlannedOperation(
                    Sample.name("a"), Optional.empty(), Optional.of("verb-" + i), Optional.empty()));
        }

        assertThat(tally.counts().byVerb()).hasSize(201).containsEntry("(others)", 800L);
        assertThat(tally.counts().byLocation()).isEqualTo(Map.of("us-central1", 1_000L));
    }

    @Test
    void aPlanForManyParentsShowsAFew() {
        List<OperationParent> parents =
                IntStream.range(0, 42).mapToObj(i -> Sample.parent("l" + i)).toList();
        SweepCounts none = new SweepCounts(0, 0, 0, 0, 0, Map.of(), Map.of(), Map.of());
        var plan = new SweepPlan(Sweep.of(parents), Sample.NOON, none, List.of(), List.of(), List.of(), List.of());
        assertThat(plan.describe())
                .startsWith("where: file v1 projects/p/locations/l0, ")
                .contains(", file v1 projects/p/locations/l4 and 37 more\n");
    }
}
