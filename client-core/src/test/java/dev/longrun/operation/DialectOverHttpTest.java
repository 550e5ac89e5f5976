// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.call.CallOptions;
import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelBatch;
import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.journal.CancelJournal;
import dev.longrun.name.InvalidNameException;
import dev.longrun.operation.DialectServer.End;
import dev.longrun.operation.DialectServer.Kind;
import dev.longrun.operation.Operation.State;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.sweep.Sweep;
import dev.longrun.sweep.SweepPlan;
import dev.longrun.watch.WatchOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole client, once for each dialect, on a server that answers as the discovery documents say. */
@ParameterizedClass
@EnumSource(Kind.class)
@Timeout(120)
class DialectOverHttpTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final CancelOptions OPTIONS = CancelOptions.defaults().withTimeout(TIMEOUT);

    @Parameter
    Kind kind;

    @TempDir
    Path directory;

    private DialectServer server;
    private OperationsClient client;

    @BeforeEach
    void start() throws IOException {
        server = new DialectServer(kind);
        client = OperationsClient.builder()
                .endpoint(server.url())
                .withoutCredentials()
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private OperationName running(String id, End end) {
        server.operation(id, end);
        return kind.name(id);
    }

    /** What a cancel comes to where the operation ends like this. */
    private CancelOutcome.Kind outcome(End end) {
        boolean saysHow = kind != Kind.CONTAINER;
        return !kind.hasCancel()
                ? CancelOutcome.Kind.UNSUPPORTED
                : switch (end) {
                    case SUCCESS -> saysHow ? CancelOutcome.Kind.COMPLETED_ANYWAY : CancelOutcome.Kind.ENDED;
                    case FAILURE -> CancelOutcome.Kind.FAILED_ANYWAY;
                    case CANCEL -> saysHow ? CancelOutcome.Kind.CANCELLED : CancelOutcome.Kind.ENDED;
                };
    }

    private State success() {
        return kind == Kind.CONTAINER ? State.ENDED : State.SUCCEEDED;
    }

    @Test
    void getReadsTheStateAndTheFacts() {
        OperationName name = running("o", End.SUCCESS);
        Operation operation = client.operations().get(name);
        assertThat(operation.state()).isEqualTo(State.RUNNING);
        assertThat(operation.info().createTime()).contains(Instant.parse("2026-11-22T01:00:00Z"));
        assertThat(operation.info().verb().orElseThrow()).isEqualToIgnoringCase("UPDATE");
        assertThat(operation.info().target()).contains("https://t");
        server.end("o");
        assertThat(client.operations().get(name).state()).isEqualTo(success());
        assertThatThrownBy(() -> client.operations().get(kind.name("other")))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.status().code()).isEqualTo(Code.NOT_FOUND));
    }

    @Test
    void listReadsAllPages() {
        List<OperationName> names = List.of(running("a", End.SUCCESS), running("b", End.SUCCESS));
        ListRequest request = ListRequest.of(kind.parent).withPageSize(1);
        assertThat(client.operations().stream(request).map(Operation::name)).containsExactlyElementsOf(names);
        assertThat(server.requests).hasSize(kind == Kind.CONTAINER ? 1 : 2);
    }

    @Test
    void waitEndsWithTheOperation() {
        OperationName name = running("o", End.SUCCESS);
        CompletableFuture<WatchOutcome> watch = client.watcher().watch(name, TIMEOUT);
        server.end("o");
        assertThat(watch.join().orElseThrow().state()).isEqualTo(success());
    }

    @Test
    void aWaitOnTheServerMayTakeLongerThanAskedForWhereItTakesNoTime() {
        OperationName name = running("o", End.SUCCESS);
        if (name.service().rules(ApiMethod.WAIT).isEmpty()) {
            assertThat(name.longestWait(Duration.ofSeconds(15))).isEqualTo(Duration.ofSeconds(15));
        } else {
            CallOptions hasty = CallOptions.defaults().withAttemptTimeout(Duration.ofMillis(50));
            Operation operation = client.operations().with(hasty).wait(name, Duration.ZERO);
            assertThat(operation.state()).isEqualTo(success());
            assertThat(server.requests)
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("POST ")
                    .endsWith("/o/wait");
        }
    }

    @Test
    void watchesOfOneParentShareLists() {
        List<CompletableFuture<WatchOutcome>> watches = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            watches.add(client.watcher().watch(running("o" + i, End.SUCCESS), TIMEOUT));
        }
        for (int i = 0; i < 20; i++) {
            server.end("o" + i);
        }
        assertThat(watches)
                .allSatisfy(
                        watch -> assertThat(watch.join().orElseThrow().state()).isEqualTo(success()));
        assertThat(client.watcher().stats().lists()).isPositive();
    }

    @Test
    void deleteIsSentAsTheBindingHasIt() {
        OperationName name = running("o", End.SUCCESS);
        boolean documented = kind == Kind.COMPUTE;
        if (documented) {
            client.operations().delete(name);
            assertThat(server.requests)
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("DELETE ")
                    .endsWith("/operations/o");
        } else {
            assertThat(name.service().rules(ApiMethod.DELETE)).isEmpty();
        }
    }

    @Test
    void cancelTellsWhatBecameOfIt() {
        for (End end : End.values()) {
            CancelOutcome outcome = client.canceller().cancel(running(end.name(), end), OPTIONS);
            assertThat(outcome.kind()).as("%s", outcome).isEqualTo(outcome(end));
        }
        if (!kind.hasCancel()) {
            assertThat(server.requests).isEmpty();
            assertThatThrownBy(() -> client.operations().cancel(kind.name("o")))
                    .isInstanceOf(InvalidNameException.class);
        }
    }

    @Test
    void cancelOfWhatHasEndedIsToldSo() {
        OperationName name = running("o", End.FAILURE);
        server.end("o");
        CancelOutcome outcome = client.canceller().cancel(name, OPTIONS.withReadFirst(true));
        assertThat(outcome.kind())
                .isEqualTo(kind.hasCancel() ? CancelOutcome.Kind.ALREADY_DONE : CancelOutcome.Kind.UNSUPPORTED);
        assertThat(outcome.evidence().requestStatus()).isEqualTo(RequestStatus.NOT_SENT);
    }

    @Test
    void aSweepAndABatchWithAJournalReachAllOfThem() {
        Map<String, CancelOutcome.Kind> expected = new TreeMap<>();
        for (End end : End.values()) {
            expected.put(running(end.name(), end).value(), outcome(end));
        }
        running("ended", End.SUCCESS);
        server.end("ended");
        SweepPlan plan = Sweep.of(kind.parent).plan(client.operations(), Instant.now());
        assertThat(plan.names())
                .extracting(OperationName::value)
                .containsExactlyInAnyOrderElementsOf(expected.keySet());
        Map<String, CancelOutcome.Kind> found = new TreeMap<>();
        Path file = directory.resolve("journal");
        try (CancelJournal journal = CancelJournal.create(file);
                CancelBatch batch = client.canceller()
                        .cancelAll(
                                plan.names(),
                                BatchOptions.defaults()
                                        .withCancelOptions(OPTIONS)
                                        .withWriteAheadLog(journal))) {
            batch.forEachRemaining(result -> found.put(
                    result.name().value(), result.outcome().orElseThrow().kind()));
        }
        assertThat(found).isEqualTo(expected);
        try (CancelJournal journal = CancelJournal.resume(file, (service, version) -> kind.service)) {
            assertThat(journal.remaining()).isEmpty();
            assertThat(journal.contents().counts().total()).isEqualTo(3);
            assertThat(journal.contents()
                            .counts()
                            .of(expected.get(plan.names().get(0).value())))
                    .isPositive();
        }
    }
}
