// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.cli.output.Console;
import dev.longrun.cli.process.Stdout;
import dev.longrun.error.UnreachableException;
import dev.longrun.testkit.VirtualTime;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work that is done when the test says so. */
@Timeout(20)
class BlockingTaskTest {
    private final VirtualTime time = VirtualTime.manual();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(
            Stdout.over(OutputStream.nullOutputStream()), new PrintStream(err, true, UTF_8), false, false, false);
    private final BlockingTask step = new BlockingTask(time, console, new AttemptLog(console));
    private final CompletableFuture<String> work = new CompletableFuture<>();

    @AfterEach
    void close() {
        time.close();
    }

    @Test
    void saysNowAndThenWhatIsWaitedFor() throws Exception {
        CompletableFuture<String> result = inBackground();
        time.awaitPending(1); // the first line of progress
        time.advance(Duration.ofSeconds(10));
        while (!err.toString(UTF_8).endsWith("\n")) {
            Thread.onSpinWait();
        }
        work.complete("done");
        assertThat(result.get()).isEqualTo("done");
        assertThat(err.toString(UTF_8)).isEqualTo("lro: waiting for the list, 10.0s so far\n");
    }

    @Test
    void saysNothingOfWhatIsDoneSoon() {
        work.complete("done");
        assertThat(step.run("the list", work::join)).isEqualTo("done");
        assertThat(err.toString(UTF_8)).isEmpty();
        assertThat(time.pending()).isZero();
    }

    @Test
    void failsAsTheWorkDoes() {
        UnreachableException failure = new UnreachableException("no");
        assertThatThrownBy(() -> step.run("the list", () -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    private CompletableFuture<String> inBackground() {
        return CompletableFuture.supplyAsync(() -> step.run("the list", work::join), task -> new Thread(task).start());
    }
}
