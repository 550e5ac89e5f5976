// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.testkit.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each rule of what an agent may cancel. */
class PlanLedgerTest {
    private static final ServiceRegistry SERVICES = ServiceRegistry.load();

    private final VirtualTime clock = VirtualTime.manual();
    private final AtomicInteger next = new AtomicInteger();
    private final PlanLedger ledger = new PlanLedger(clock, 3, () -> "plan-" + next.incrementAndGet());

    @AfterEach
    void close() {
        clock.close();
    }

    @Test
    void claimsAllNamesOfAPlan() {
        String plan = ledger.keep(names(2));
        assertThat(ledger.claim(plan, List.of())).containsExactlyElementsOf(names(2));
        assertThat(ledger.left()).isEqualTo(1);
    }

    @Test
    void claimsSomeByTheirRelativeNameTheFullOneOrTheUrl() {
        List<OperationName> names = names(3);
        String plan = ledger.keep(names);
        assertThat(ledger.claim(
                        plan,
                        List.of(
                                names.get(2).value(),
                                names.get(0).fullName(),
                                names.get(1).url())))
                .containsExactly(names.get(2), names.get(0), names.get(1));
    }

    @Test
    void anOperationThatIsClaimedAgainCountsOnce() {
        String plan = ledger.keep(names(3));
        ledger.claim(plan, List.of());
        assertThat(ledger.claim(plan, List.of())).hasSize(3);
        assertThat(ledger.claim(ledger.keep(names(2)), List.of())).hasSize(2);
    }

    @Test
    void refusesAPlanThatWasNotMade() {
        ledger.keep(names(1));
        assertRefused("plan-7", List.of(), "there is no plan \"plan-7\" in this session; make one with plan_sweep");
    }

    @Test
    void refusesANameOutsideThePlanAndWithItAllOthers() {
        String plan = ledger.keep(names(2));
        String other = names(3).get(2).value();
        assertRefused(plan, List.of(names(1).get(0).value(), other), "not in plan \"plan-1\": \"" + other + "\"; ");
    }

    @Test
    void refusesMoreThanTheSessionMayCancel() {
        String plan = ledger.keep(names(4));
        assertRefused(plan, List.of(), "may cancel 3 operations (--max-ops), 3 are left, and these are 4");
        assertThat(ledger.claim(plan, List.of(names(1).get(0).value()))).hasSize(1);
    }

    @Test
    void theLimitIsOneForAllPlansOfTheSession() {
        ledger.claim(ledger.keep(names(2)), List.of());
        String later = ledger.keep(names(4).subList(2, 4));
        assertRefused(later, List.of(), "may cancel 3 operations (--max-ops), 1 are left, and these are 2");
    }

    @Test
    void refusesAPlanThatIsOld() {
        String plan = ledger.keep(names(1));
        clock.advance(Duration.ofMinutes(10).minusNanos(1));
        assertThat(ledger.claim(plan, List.of())).hasSize(1);
        clock.advance(Duration.ofNanos(1));
        assertRefused(plan, List.of(), "plan \"plan-1\" is older than 10m, and what runs has changed");
    }

    @Test
    void refusesAnEmptyPlan() {
        assertRefused(ledger.keep(List.of()), List.of(), "plan \"plan-1\" has no operations");
    }

    @Test
    void refusesANameThatTwoServicesOfThePlanHave() {
        OperationName file = names(1).get(0);
        OperationName dataplex = SERVICES.operation("dataplex", file.value());
        String plan = ledger.keep(List.of(file, dataplex));
        assertRefused(plan, List.of(file.value()), "give the full name, such as " + file.fullName());
        assertThat(ledger.claim(plan, List.of(dataplex.fullName()))).containsExactly(dataplex);
    }

    @Test
    void forgetsTheOldestOfManyPlans() {
        String first = ledger.keep(names(1));
        IntStream.range(0, 20).forEach(i -> ledger.keep(names(1)));
        assertRefused(first, List.of(), "there is no plan \"plan-1\"");
    }

    private void assertRefused(String plan, List<String> names, String reason) {
        int before = ledger.left();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.claim(plan, names))
                .withMessageStartingWith("nothing was cancelled: ")
                .withMessageContaining(reason);
        assertThat(ledger.left()).isEqualTo(before);
    }

    private static List<OperationName> names(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> SERVICES.operation("file", "projects/p/locations/us-central1/operations/o" + i))
                .toList();
    }
}
