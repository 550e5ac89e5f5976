// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import dev.longrun.cli.mcp.AgentSession;
import dev.longrun.cli.output.OperationFormatter;
import dev.longrun.cli.output.Row;
import dev.longrun.cli.output.RowJson;
import dev.longrun.cli.output.WaitCondition;
import dev.longrun.cli.task.WaitTask;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.time.Deadline;
import dev.longrun.watch.WatchOptions;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code wait_operation}. */
record WaitOperationTool(AgentSession session) implements AgentTool {
    private static final Duration USUAL = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Clients give up on a call without news after a minute or so. */
    private static final Duration NEWS = Duration.ofSeconds(5);

    @Override
    public Tool definition() {
        InputSchema schema = new InputSchema()
                .text("name", ToolTexts.NAME)
                .whole(
                        "timeout_seconds",
                        (int) LONGEST.toSeconds(),
                        (int) USUAL.toSeconds(),
                        "How long to wait at most.")
                .required("name");
        return AgentTool.readOnly(
                "wait_operation",
                "Wait for an operation",
                "Waits until a long-running operation has ended, for a limited time, and returns its state. The outcome"
                        + " STILL_RUNNING is no error: call again to wait on. Stopping the call stops the wait and"
                        + " changes nothing on the server. " + ToolTexts.UNTRUSTED,
                NameScope.addTo(schema).build());
    }

    @Override
    public Mono<ToolAnswer> call(ToolArguments arguments, CallProgress progress) {
        OperationName name = new NameScope(session).operation(arguments);
        Deadline deadline = Deadline.after(
                arguments.seconds("timeout_seconds", USUAL),
                session.environment().time());
        AtomicReference<String> news = new AtomicReference<>("not read yet");
        WatchOptions options = WatchOptions.defaults()
                .withTimeout(deadline.total())
                .withListener(snapshot -> news.set(text(snapshot)));
        WaitTask task = new WaitTask(options, WaitCondition.DONE);
        Mono<ToolAnswer> answer = Mono.fromFuture(
                        () -> session.client().watcher().watch(name, options))
                .map(task::row)
                .map(Row::json)
                .map(ToolAnswer::of)
                .onErrorResume(failure -> Mono.just(ToolAnswer.failure(RowJson.about(name), failure)));
        Flux<Long> ticks = progress.isWanted() ? Flux.interval(Duration.ZERO, NEWS) : Flux.never();
        return Mono.using(
                () -> ticks.subscribe(tick -> tell(progress, deadline, news.get())),
                teller -> answer,
                Disposable::dispose);
    }

    private static void tell(CallProgress progress, Deadline deadline, String news) {
        progress.tell(seconds(deadline.elapsed()), seconds(deadline.total()), news);
    }

    private static String text(Operation snapshot) {
        return (snapshot.state() + " " + OperationFormatter.progress(snapshot)).strip();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
