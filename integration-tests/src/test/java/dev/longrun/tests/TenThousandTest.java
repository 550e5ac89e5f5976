// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelOutcome.Kind;
import dev.longrun.cancel.CancelResult;
import dev.longrun.service.OperationName;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ten thousand cancels on a network that loses answers, of a service that is too busy now and then. */
class TenThousandTest {
    private static final List<String> KINDS = List.of("cancels-500", "completes-2000", "fails-500", "noresult-900");

    private final Harness harness = Harness.atPace();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void eachHasOneOutcomeThatIsTrueToTheServersRecord() {
        BadNetwork.before(harness.server);
        Stream<OperationName> names = IntStream.range(0, 10_000).mapToObj(TenThousandTest::name);
        List<CancelResult> results = harness.client.canceller().cancelAll(names, BatchOptions.defaults()).stream()
                .toList();
        assertThat(results).hasSize(10_000).extracting(CancelResult::name).doesNotHaveDuplicates();
        assertThat(results.stream().map(this::untruth).filter(text -> !text.isEmpty()))
                .isEmpty();
    }

    /** Five hundred in a location. */
    private static OperationName name(int number) {
        return OperationName.of(
                Harness.FILE,
                "projects/p/locations/l%d/operations/%s-%d"
                        .formatted(number / 500, KINDS.get(number % KINDS.size()), number));
    }

    /** What is wrong with a result; empty if nothing is. */
    private String untruth(CancelResult result) {
        Kind truth = BadNetwork.truth(harness.server, result.name().value());
        return result.outcome()
                .map(outcome -> outcome.kind() == truth ? "" : outcome.describe() + ", in truth " + truth)
                .orElseGet(result::describe);
    }
}
