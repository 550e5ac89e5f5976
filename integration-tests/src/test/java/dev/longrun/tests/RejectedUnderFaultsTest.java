// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelOutcome.Kind;
import dev.longrun.cancel.CancelResult;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Three thousand cancels while one request in twenty each is lost, throttled or unavailable, reads included. */
class RejectedUnderFaultsTest {
    private static final int OPERATIONS = 3_000;
    private static final List<String> KINDS = List.of("done-0", "cancels-500", "completes-2000");

    private final Harness harness = Harness.atPace();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void isReadOnUntilTheTruthIsKnown() {
        harness.server.faults().dropRandomly(0.05, 1);
        harness.server.faults().anywhere().sometimes(0.05, 2, Fault.tooManyRequests());
        harness.server.faults().anywhere().sometimes(0.05, 3, Fault.unavailable());
        Stream<OperationName> names = IntStream.range(0, OPERATIONS).mapToObj(RejectedUnderFaultsTest::name);
        List<CancelResult> results = harness.client.canceller().cancelAll(names, BatchOptions.defaults()).stream()
                .toList();
        assertThat(results).hasSize(OPERATIONS);
        assertThat(results)
                .filteredOn(result -> result.outcome()
                        .filter(outcome -> outcome.kind() != Kind.UNKNOWN)
                        .isEmpty())
                .isEmpty();
    }

    private static OperationName name(int number) {
        return Harness.name(KINDS.get(number % KINDS.size()) + '-' + number);
    }
}
