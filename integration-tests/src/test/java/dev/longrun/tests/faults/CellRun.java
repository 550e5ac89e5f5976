// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.OperationsClient;
import dev.longrun.call.CallOptions;
import dev.longrun.call.RetryPolicy;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cli.Lro;
import dev.longrun.cli.process.ProcessEnvironment;
import dev.longrun.cli.process.Stdout;
import dev.longrun.error.ApiException;
import dev.longrun.error.LongrunException;
import dev.longrun.error.UnreadableResponseException;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceTable;
import dev.longrun.tests.faults.Cell.Call;
import dev.longrun.tests.faults.Cell.Moment;
import dev.longrun.tests.faults.Cell.Style;
import dev.longrun.time.Backoff;
import dev.longrun.time.TimeSource;
import dev.longrun.watch.WatchOptions;
import dev.longrun.watch.WatchOutcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLContext;

/** Makes the call of one cell, with a client and a server of its own. */
final class CellRun {
    static final Duration DEADLINE = Duration.ofMillis(500);

    private static final Duration ATTEMPT = Duration.ofMillis(200);
    private static final Duration SERVER_WAIT = Duration.ofMillis(100);
    private static final Backoff SOON = Backoff.exponential(Duration.ofMillis(5), 2, Duration.ofMillis(100));
    private static final int ENOUGH_FOR_LISTS = 12;
    private static final ServiceDefinition FILE = service("wait-");
    private static final ServiceDefinition WAITING = service("wait");
    private static final String FULL = "//file.googleapis.com/" + Answers.PARENT;

    private final Cell cell;
    private final FaultServer server;

    /**
     * What became of a call.
     *
     * @param ending in a word or two
     * @param begin of the call, by {@code System.nanoTime}
     * @param end of the call
     * @param leftOpen how many connections stayed open after the client was closed
     */
    record Result(String ending, long begin, long end, int leftOpen) {

        long millis() {
            return Duration.ofNanos(end - begin).toMillis();
        }
    }

    private CellRun(Cell cell, FaultServer server) {
        this.cell = cell;
        this.server = server;
    }

    private static ServiceDefinition service(String wait) {
        return ServiceTable.parse("file", """
                        service  file.googleapis.com
                        versions v1
                        scopes   cloud-platform
                        names
                          projects/*/locations/*/operations/*  get list cancel delete %s
                        """.formatted(wait)).definition("file.googleapis.com", "v1");
    }

    static Result run(Cell cell, SSLContext tls) throws IOException, InterruptedException {
        try (FaultServer server = new FaultServer(cell, tls)) {
            CellRun run = new CellRun(cell, server);
            return cell.style() == Style.LRO ? run.lro() : run.client();
        }
    }

    private Result client() throws IOException, InterruptedException {
        OperationsClient client = OperationsClient.builder()
                .endpoint(server.url())
                .withoutCredentials()
                .callOptions(CallOptions.defaults()
                        .withTimeout(DEADLINE)
                        .withAttemptTimeout(ATTEMPT)
                        .withRetry(RetryPolicy.defaults().withMaxAttempts(2).withBackoff(SOON)))
                .build();
        long begin;
        String ending;
        try (client) {
            boolean calls = cell.style() != Style.WATCHER;
            if (calls && cell.moment() == Moment.BETWEEN) {
                ending(client);
                server.awaitFault();
            }
            begin = System.nanoTime();
            ending = ending(client);
        }
        long end = System.nanoTime(); // with the time that close takes
        return new Result(ending, begin, end, server.leftOpen());
    }

    private String ending(OperationsClient client) throws InterruptedException {
        try {
            return switch (cell.style()) {
                case SYNC -> call(client.operations());
                case ASYNC -> await(start(client.operations()));
                default -> watch(client);
            };
        } catch (LongrunException failure) {
            return ending(failure);
        }
    }

    private static String ending(LongrunException failure) {
        if (failure instanceof ApiException rejected) {
            return "rejected with " + rejected.httpStatus();
        } else if (failure instanceof UnreadableResponseException) {
            return ExpectedEnding.UNREADABLE;
        }
        return failure.mayHaveTakenEffect() ? ExpectedEnding.MAYBE_SENT : ExpectedEnding.NOT_SENT;
    }

    private String call(Operations operations) {
        switch (cell.call()) {
            case GET -> operations.get(name("o"));
            case LIST -> operations.list(parent());
            case CANCEL -> operations.cancel(name("o"));
            case WAIT -> operations.wait(name("o"), SERVER_WAIT);
            case DELETE -> operations.delete(name("o"));
        }
        return ExpectedEnding.ANSWERED;
    }

    private CompletableFuture<?> start(Operations operations) {
        return switch (cell.call()) {
            case GET -> operations.getAsync(name("o"));
            case LIST -> operations.listAsync(parent());
            case CANCEL -> operations.cancelAsync(name("o"));
            case WAIT -> operations.waitAsync(name("o"), SERVER_WAIT);
            case DELETE -> operations.deleteAsync(name("o"));
        };
    }

    private static String await(CompletableFuture<?> call) throws InterruptedException {
        try {
            call.get();
            return ExpectedEnding.ANSWERED;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof LongrunException failure) {
                return ending(failure);
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private String watch(OperationsClient client) {
        if (cell.call() == Call.CANCEL) {
            CancelOptions options =
                    CancelOptions.defaults().withTimeout(DEADLINE).withPollBackoff(SOON);
            return client.canceller().cancel(name("o"), options).kind().name();
        }
        WatchOptions options = WatchOptions.defaults()
                .withTimeout(DEADLINE)
                .withInitialDelay(Duration.ZERO)
                .withPollBackoff(SOON);
        List<CompletableFuture<WatchOutcome>> watches = new ArrayList<>();
        int names = cell.call() == Call.LIST ? ENOUGH_FOR_LISTS : 1;
        for (int i = 0; i < names; i++) {
            watches.add(client.watcher().watch(name("o" + i), options));
        }
        return String.join(
                " and ",
                watches.stream()
                        .map(watch -> watch.join().kind().name())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private OperationName name(String id) {
        return OperationName.of(service(), Answers.PARENT + "/operations/" + id);
    }

    private ListRequest parent() {
        return ListRequest.of(OperationParent.of(service(), Answers.PARENT));
    }

    private ServiceDefinition service() {
        return cell.call() == Call.WAIT ? WAITING : FILE;
    }

    private Result lro() throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        words.add(cell.call().name().toLowerCase(java.util.Locale.ROOT));
        if (cell.call() == Call.LIST) {
            words.add(FULL);
        } else {
            words.add(FULL + "/operations/o");
            if (cell.moment() == Moment.BETWEEN && (cell.call() == Call.GET || cell.call() == Call.DELETE)) {
                words.add(FULL + "/operations/p");
            }
        }
        words.addAll(List.of("--endpoint", server.url(), "--no-auth", "--timeout", DEADLINE.toMillis() + "ms"));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        long begin = System.nanoTime();
        int code = Lro.run(
                new ProcessEnvironment(
                        InputStream.nullInputStream(),
                        false,
                        Stdout.over(said),
                        new PrintStream(said, true, UTF_8),
                        false,
                        Map.of(),
                        TimeSource.system(),
                        action -> () -> {}),
                words.toArray(String[]::new));
        long end = System.nanoTime();
        return new Result("exit " + code, begin, end, server.leftOpen());
    }
}
