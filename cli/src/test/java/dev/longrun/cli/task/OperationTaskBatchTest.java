// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.Fault;
import dev.longrun.testkit.VirtualTime;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class OperationTaskBatchTest {
    private static final OperationName NAME = ServiceRegistry.load()
            .operation("//file.googleapis.com/projects/p/locations/us-central1/operations/stuck-a");

    private final VirtualTime time = VirtualTime.manual();
    private final FakeOperationsServer server = FakeOperationsServer.start(time);
    private final OperationsClient client = OperationsClient.builder()
            .endpoint(server.url())
            .withoutCredentials()
            .time(time)
            .build();

    @AfterEach
    void close() {
        client.close();
        server.close();
        time.close();
    }

    @Test
    void closedItSendsNothingMoreAndKnowsWhatWasUnderWay() throws InterruptedException {
        server.faults().on(ApiMethod.CANCEL).times(2, Fault.unavailable());
        OperationTaskBatch batch = asking(List.of(NAME).iterator());
        time.awaitPending(1); // the pause before the second attempt
        batch.close();
        while (time.pending() > 0) { // the second attempt is given up
            Thread.onSpinWait();
        }
        assertThat(server.requestCount()).isEqualTo(1);
        assertThat(batch.next()).isEmpty();
        assertThat(batch.sentWithoutOutcome()).containsExactly(NAME);
    }

    @Test
    void closedItTakesNoNameThatComesThen() {
        CompletableFuture<Void> pipe = new CompletableFuture<>();
        OperationTaskBatch batch =
                asking(Stream.of(NAME).peek(name -> pipe.join()).iterator());
        batch.close();
        pipe.complete(null);
        while (!batch.allTaken()) {
            Thread.onSpinWait();
        }
        assertThat(batch.sentWithoutOutcome()).isEmpty();
        assertThat(server.requestCount()).isZero();
    }

    @Test
    void aSourceThatFailsIsNotMistakenForItsEnd() {
        OperationTaskBatch batch = asking(new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public OperationName next() {
                throw new NoSuchElementException("no more");
            }
        });
        assertThatThrownBy(batch::next)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no more");
    }

    private OperationTaskBatch asking(Iterator<OperationName> names) {
        return new OperationTaskBatch(
                client, names, new AsyncCancelTask(CancelOptions.defaults(), time), snapshot -> {});
    }
}
