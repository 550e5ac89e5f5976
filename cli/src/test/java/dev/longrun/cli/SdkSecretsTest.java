// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.OperationsClient;
import dev.longrun.auth.TokenSource;
import dev.longrun.call.AttemptEvent;
import dev.longrun.call.CallEvent;
import dev.longrun.call.CallOptions;
import dev.longrun.call.ClientListener;
import dev.longrun.call.OperationEvent;
import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelBatch;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cli.EchoingServer.Answer;
import dev.longrun.journal.CancelJournal;
import dev.longrun.operation.ListRequest;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.sweep.Sweep;
import dev.longrun.sweep.SweepPlan;
import dev.longrun.testkit.VirtualTime;
import dev.longrun.watch.WatchOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No exception, journal, event or text of a public type has a credential that a server or an interceptor echoes, or a
 * character that a terminal obeys.
 */
class SdkSecretsTest {
    private static final ServiceDefinition FILE = ServiceRegistry.load().service("file.googleapis.com");
    private static final OperationName NAME = OperationName.of(FILE, EchoingServer.NAME + "a");
    private static final OperationName LOST = OperationName.of(FILE, EchoingServer.NAME + "lost");
    private static final OperationParent PARENT = OperationParent.of(FILE, "projects/p/locations/us-central1");
    private static final Duration TIMEOUT = Duration.ofMillis(600);

    private final EchoingServer server = new EchoingServer();
    private final VirtualTime time = VirtualTime.autoAdvancing(Duration.ofMillis(20));
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final OwnTokens tokens = new OwnTokens();
    private OperationsClient client;

    @TempDir
    Path directory;

    @BeforeEach
    void start() {
        client = OperationsClient.builder()
                .endpoint(server.url())
                .http(new OkHttpClient.Builder()
                        .addInterceptor(chain -> {
                            if (chain.request().url().encodedPath().endsWith("lost")) {
                                throw new IOException(
                                        "sent " + chain.request().headers().get("Authorization"));
                            }
                            return chain.proceed(chain.request());
                        })
                        .build())
                .credentials(tokens)
                .credentialsOverLoopback(true)
                .quotaProject("billed")
                .time(time)
                .callOptions(CallOptions.defaults().withTimeout(TIMEOUT))
                .cancelOptions(CancelOptions.defaults().withTimeout(TIMEOUT))
                .watchOptions(WatchOptions.defaults().withTimeout(TIMEOUT))
                .listener(new Listener())
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
        time.close();
    }

    static Stream<Answer> answers() {
        return EchoingServer.answers().stream();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void areInNoText(Answer answer) {
        server.answer(answer);
        show(() -> client.operations().get(NAME));
        show(() -> client.operations().get(LOST));
        show(() -> client.operations().get(NAME).status());
        show(() -> client.operations().getAsync(NAME).join());
        show(() -> client.operations().deleteAsync(NAME).join());
        show(() -> client.operations().list(ListRequest.of(PARENT)));
        show(() -> client.watcher().await(NAME, TIMEOUT));
        show(() -> {
            SweepPlan plan = Sweep.of(PARENT).plan(client.operations(), Instant.EPOCH);
            return plan + plan.describe() + plan.sample();
        });
        show(() -> {
            CancelOutcome outcome = client.canceller().cancel(NAME);
            return outcome + outcome.describe() + outcome.toJson() + outcome.status() + outcome.evidence();
        });
        show(() -> {
            Path file = directory.resolve("journal");
            try (CancelJournal journal = CancelJournal.create(file);
                    CancelBatch batch = client.canceller()
                            .cancelAll(List.of(NAME), BatchOptions.defaults().withWriteAheadLog(journal))) {
                batch.forEachRemaining(result -> shown.add(result + result.describe()));
            }
            return Files.readString(file);
        });
        shown.add(client + "" + client.operations() + client.canceller() + tokens.withQuotaProject("billed"));

        assertThat(shown).anyMatch(text -> text.contains("[hidden]"));
        assertThat(String.join("\n", shown))
                .contains("file v1")
                .doesNotContain(EchoingServer.OWN_TOKEN)
                .doesNotContain(EchoingServer.SECRETS)
                .doesNotContain(EchoingServer.OBEYED);
    }

    private void show(Callable<Object> way) {
        try {
            shown.add(String.valueOf(way.call()));
        } catch (Throwable thrown) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace, true));
            shown.add(trace.toString());
        }
    }

    private final class Listener implements ClientListener {
        @Override
        public void attemptEnded(AttemptEvent event) {
            shown.add(event.toString());
        }

        @Override
        public void callEnded(CallEvent event) {
            shown.add(event.toString());
        }

        @Override
        public void operationEnded(OperationEvent event) {
            shown.add(event.toString());
        }
    }

    private static final class OwnTokens implements TokenSource {
        @Override
        public Map<String, String> headers(Duration timeout) {
            return Map.of("Authorization", "Bearer " + EchoingServer.OWN_TOKEN);
        }

        @Override
        public void invalidate(Map<String, String> refused) {}
    }
}
