// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.error.UnreachableException;
import dev.longrun.service.OperationName;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InFlightTableTest {
    private static final OperationName NAME = Snapshots.NAME;
    private static final CancelResult RESULT = CancelResult.failed(NAME, new UnreachableException("no"));

    private final InFlightTable table = new InFlightTable();

    @Test
    void aNameHasOneEntryUntilItsResultIsRead() {
        assertThat(table.add(NAME)).isTrue();
        assertThat(table.add(NAME)).isFalse();
        table.begin(NAME);
        table.end(RESULT);
        assertThat(table.add(NAME)).isFalse();
        assertThat(table.take()).isSameAs(RESULT);
        assertThat(table.add(NAME)).isTrue();
    }

    @Test
    void aResultIsTakenOnce() {
        table.add(NAME);
        table.begin(NAME);
        assertThat(table.end(RESULT)).isTrue();
        assertThat(table.end(RESULT)).isFalse();
        assertThat(table.take()).isSameAs(RESULT);
        assertThat(table.take()).isNull();
    }

    @Test
    void aNameThatHasNotBegunIsDroppedAndOneThatHasIsNot() {
        table.add(NAME);
        table.dropWaiting();
        assertThat(table.begin(NAME)).isFalse();
        table.add(NAME);
        table.begin(NAME);
        table.dropWaiting();
        assertThat(table.send(NAME)).isTrue();
    }

    @Test
    void aNameIsSentWithoutOutcomeUntilItsResult() {
        table.add(NAME);
        table.begin(NAME);
        assertThat(table.sent()).isEmpty();
        table.send(NAME);
        table.send(NAME);
        assertThat(table.sent()).containsExactly(NAME);
        table.end(RESULT);
        assertThat(table.sent()).isEmpty();
        assertThat(table.send(NAME)).isFalse();
    }

    @Test
    void theCancelsUnderWayAreThoseWithoutAResult() {
        var cancel = new CompletableFuture<>();
        table.add(NAME);
        table.begin(NAME);
        table.cancelWith(NAME, cancel);
        assertThat(table.underWay()).hasSize(1);
        table.end(RESULT);
        assertThat(table.underWay()).isEmpty();
    }
}
