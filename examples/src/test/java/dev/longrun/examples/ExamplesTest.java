// SPDX-License-Identifier: Apache-2.0
package dev.longrun.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.OperationsClient;
import dev.longrun.filestore.v1.Filestore;
import dev.longrun.service.ApiMethod;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.Fault;
import dev.longrun.testkit.Metadata;
import dev.longrun.testkit.ServedRequest;
import dev.longrun.testkit.VirtualTime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs the examples against the fake server. */
class ExamplesTest {
    private final VirtualTime time = VirtualTime.autoAdvancing();
    private final FakeOperationsServer server = FakeOperationsServer.start(time);
    private final OperationsClient client = OperationsClient.builder()
            .endpoint(server.url())
            .withoutCredentials()
            .time(time)
            .executor(time.executor())
            .build();
    private final PrintStream console = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void catchOutput() {
        System.setOut(new PrintStream(printed, true, UTF_8));
    }

    @AfterEach
    void close() {
        System.setOut(console);
        client.close();
        server.close();
        time.close();
    }

    @Test
    void everyOutcomeHasAdvice() {
        var name = Filestore.project("acme").location("us-central1").operation("stuck-x");
        var outcome = client.canceller().cancel(name);
        assertThat(CancelOne.advice(outcome)).isEqualTo("wait for it longer, or cancel again");
    }

    @Test
    void onlyWhatIsOldAndRunningIsCancelled() {
        String parent = "projects/acme/locations/us-central1/operations/";
        Metadata metadata = Metadata.common("update", "projects/acme");
        server.operation(parent + "old").metadata(metadata).cancelsAfter(Duration.ofSeconds(1));
        server.operation(parent + "done").alreadyDone();
        time.advance(Duration.ofMinutes(90));
        server.operation(parent + "young").metadata(metadata).cancelsAfter(Duration.ofSeconds(1));

        CancelOld.cancelOld(client, "acme", "us-central1", time.now());

        assertThat(printed.toString(UTF_8))
                .contains("seen: 3, of which 1 done and 2 running")
                .contains("\n" + parent + "old: cancelled");
        assertThat(server.operationRecord(parent + "young").cancelRequests()).isZero();
    }

    @Test
    void severalAreCancelledAtOnce() {
        CancelAsync.cancelAll(
                client, "acme", "us-central1", List.of("cancels-500-a", "completes-700-b", "fails-900-c"));
        assertThat(printed.toString(UTF_8))
                .contains(
                        "cancels-500-a: cancelled", "completes-700-b: completed anyway", "fails-900-c: failed anyway");
    }

    @Test
    void aRejectedRequestIsPrintedWithItsReason() {
        server.faults().on(ApiMethod.CANCEL).always(Fault.permissionDenied());
        CancelAsync.cancelAll(client, "acme", "us-central1", List.of("stuck-x"));
        assertThat(printed.toString(UTF_8)).startsWith("stuck-x: no outcome: file v1 cancel ");
    }

    @Test
    void eachServiceIsAskedAtItsDocumentedPath() {
        CancelInEachService.cancelEach(client, "acme", "cancels-500-x");
        assertThat(printed.toString(UTF_8).lines())
                .hasSize(7)
                .allMatch(line -> line.contains(line.startsWith("container") ? ": ended" : ": cancelled"));
        assertThat(server.requests())
                .extracting(ServedRequest::line)
                .contains(
                        "POST /v1/projects/acme/locations/global/collections/default_collection/dataStores/books/branches/0"
                                + "/operations/cancels-500-x:cancel",
                        "POST /v1beta1/projects/acme/locations/us-central1/endpoints/456/operations/cancels-500-x:cancel",
                        "POST /v1/projects/acme/locations/us-central1-a/operations/cancels-500-x:cancel",
                        "POST /v1/projects/acme/locations/us-central1/operations/cancels-500-x:cancel",
                        "POST /v3beta1/projects/acme/locations/europe-west1/operations/cancels-500-x:cancel",
                        "POST /v1/projects/acme/zones/us-central1-a/operations/cancels-500-x:cancel",
                        "POST /sql/v1beta4/projects/acme/operations/cancels-500-x/cancel");
    }
}
