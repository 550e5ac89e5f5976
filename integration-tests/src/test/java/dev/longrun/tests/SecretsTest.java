// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import dev.longrun.OperationsClient;
import dev.longrun.OperationsClientBuilder;
import dev.longrun.auth.TokenSource;
import dev.longrun.call.AttemptEvent;
import dev.longrun.call.CallOptions;
import dev.longrun.call.ClientListener;
import dev.longrun.call.RetryPolicy;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.googleauth.GoogleTokens;
import dev.longrun.http.HttpMethod;
import dev.longrun.http.HttpRequest;
import dev.longrun.http.Origin;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operations;
import dev.longrun.rpc.CredentialPolicy;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Makes calls end in every way there is, gathers all that can be printed, and looks for the token in it. */
class SecretsTest {
    private static final String TOKEN = "ya29.a0AfH6SMC-very_secret-0123456789";

    private final Harness harness = Harness.start();
    private final List<Object> printed = new CopyOnWriteArrayList<>();
    private final GoogleCredentials credentials = GoogleCredentials.create(
            new AccessToken(TOKEN, Date.from(Instant.now().plusSeconds(3600))));
    private final Handler jul = new Handler() {
        @Override
        public void publish(LogRecord record) {
            printed.add(record.getLoggerName() + " " + record.getMessage());
            if (record.getThrown() != null) {
                printed.add(StackTraces.of(record.getThrown()));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listenToEveryLogger() {
        Logger root = Logger.getLogger("");
        root.addHandler(jul);
        for (String name : List.of("okhttp3", "com.google", "dev.longrun")) {
            Logger.getLogger(name).setLevel(Level.ALL);
        }
    }

    @AfterEach
    void close() {
        Logger.getLogger("").removeHandler(jul);
        for (String name : List.of("okhttp3", "com.google", "dev.longrun")) {
            Logger.getLogger(name).setLevel(null);
        }
        harness.close();
    }

    @Test
    void theTokenIsNowhereToBeRead() throws IOException {
        OperationsClientBuilder builder = harness.clientBuilder()
                .credentials(credentials)
                .credentialsOverLoopback(true)
                .quotaProject("billed")
                .callOptions(
                        CallOptions.defaults().withRetry(RetryPolicy.defaults().withMaxAttempts(2)))
                .listener(ClientListener.ofAttempts(this::listen));
        try (OperationsClient client = builder.build()) {
            callInEveryWay(client);
            printed.add(builder);
            printed.add(client);
            printed.add(client.operations());
            printed.add(client.canceller());
            printed.add(client.watcher());
        }
        whatHoldsTheTokenItself();
        printed.addAll(harness.server.requests());
        printed.addAll(CapturedLogs.lines());

        assertThat(harness.server.requests())
                .as("the token did travel")
                .anySatisfy(request ->
                        assertThat(request.headers().get("Authorization")).startsWith("Bearer sha256:"));
        assertThat(CapturedLogs.lines()).as("something was logged").anyMatch(line -> line.contains("ClientListener"));
        assertThat(printed).hasSizeGreaterThan(50);
        assertThat(printed)
                .allSatisfy(each ->
                        assertThat(String.valueOf(each)).doesNotContain(TOKEN).doesNotContain(TOKEN.substring(5, 25)));
    }

    private void listen(AttemptEvent event) {
        printed.add(event);
        throw new IllegalStateException("a listener that fails is logged");
    }

    private void callInEveryWay(OperationsClient client) {
        List<Fault> ways = new ArrayList<>(RetryTest.transientFailures());
        ways.addAll(List.of(
                Fault.unauthenticated(),
                Fault.permissionDenied(),
                Fault.htmlNotFound(),
                Fault.truncatedJson(),
                Fault.emptyBody(),
                Fault.noContent(),
                Fault.redirectTo("https://evil.example/"),
                Fault.padded(17_000_000),
                Fault.respondWith(429, Map.of("Retry-After", "9999"), ""),
                Fault.respondWith(200, Map.of(), "<html>")));
        for (Fault way : ways) {
            OperationName name = Harness.name("cancels-500-" + ways.indexOf(way));
            harness.server.faults().of(name.value()).times(2, way);
            Operations operations = client.operations();
            print(() -> operations.get(name));
            print(() -> operations.cancelAsync(name).join());
            print(() -> operations.getAsync(name).join());
            print(() -> client.canceller()
                    .cancel(name, CancelOptions.defaults().withTimeout(Duration.ofSeconds(30)))
                    .describe());
        }
        harness.server.faults().on(ApiMethod.LIST).once(Fault.permissionDenied());
        print(() -> client.operations().list(ListRequest.of(Harness.parent())));
        print(() -> client.operations().list(ListRequest.of(Harness.parent())));
    }

    private void print(Way way) {
        Throwable thrown = catchThrowable(() -> printed.add(way.go()));
        if (thrown != null) {
            printed.add(StackTraces.of(thrown));
        }
    }

    private interface Way {
        Object go();
    }

    /** Types of ours that are handed the token, each as it would be printed. */
    private void whatHoldsTheTokenItself() throws IOException {
        TokenSource tokens = GoogleTokens.of(credentials, List.of());
        Map<String, String> headers = tokens.headers(Duration.ofSeconds(10));
        assertThat(headers.toString()).contains(TOKEN);
        var request = HttpRequest.of(HttpMethod.GET, Origin.parse(harness.server.url()), "/v1/o", Duration.ofSeconds(1))
                .withHeaders(headers);
        printed.addAll(List.of(
                tokens,
                tokens.withQuotaProject("billed"),
                new CredentialPolicy(tokens, true, false),
                request,
                request.withHeader("X", "y")));
        print(() -> request.withHeader("Authorization", "Bearer " + TOKEN + "\n"));
        tokens.invalidate(headers);
        print(() -> {
            try {
                return tokens.headers(Duration.ofSeconds(10)).size();
            } catch (IOException e) {
                return StackTraces.of(e);
            }
        });
    }
}
