// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static dev.longrun.tests.Outcomes.kind;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cancel.CancelOptions;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cancel.CancelOutcome.Kind;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.watch.WatchOptions;
import dev.longrun.watch.WatchOutcome;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A listener that throws, at each kind of look, is as good as none, but for a warning. */
@Timeout(20)
class SnapshotListenerTest {
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private final Harness harness = Harness.start();

    @AfterEach
    void close() {
        harness.close();
    }

    static List<Throwable> throwables() {
        return List.of(
                new IllegalStateException("mine"), new AssertionError("mine"), new IOException("as from Kotlin"));
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void whileItIsWatched(Throwable thrown) {
        OperationName name = name("watched", thrown);
        harness.operation(name).completesAfter(ONE_SECOND);
        WatchOptions options = WatchOptions.defaults().withListener(throwing(thrown));
        assertThat(harness.client.watcher().await(name, options))
                .extracting(WatchOutcome::kind)
                .isEqualTo(WatchOutcome.Kind.DONE);
        assertThat(warningsOf(name, thrown)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void whileItsCancelIsWatched(Throwable thrown) {
        OperationName name = name("cancelled", thrown);
        harness.operation(name).cancelsAfter(ONE_SECOND);
        assertThat(cancel(name, thrown, false)).is(kind(Kind.CANCELLED));
        assertThat(warningsOf(name, thrown)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void atTheFirstLookAtOneThatRuns(Throwable thrown) {
        OperationName name = name("looked-at", thrown);
        harness.operation(name).cancelsAfter(ONE_SECOND);
        assertThat(cancel(name, thrown, true)).is(kind(Kind.CANCELLED));
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void atTheFirstLookAtOneThatIsDone(Throwable thrown) {
        OperationName name = name("done", thrown);
        harness.operation(name).alreadyDone();
        assertThat(cancel(name, thrown, true)).is(kind(Kind.ALREADY_DONE));
        assertThat(warningsOf(name, thrown)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void atTheLookAfterARefusal(Throwable thrown) {
        OperationName name = name("refusing", thrown);
        harness.operation(name).rejectsCancel();
        assertThat(cancel(name, thrown, false)).is(kind(Kind.NOT_CANCELLABLE));
        assertThat(warningsOf(name, thrown)).hasSize(1);
    }

    private CancelOutcome cancel(OperationName name, Throwable thrown, boolean readFirst) {
        CancelOptions options =
                CancelOptions.defaults().withReadFirst(readFirst).withListener(throwing(thrown));
        return harness.client.canceller().cancel(name, options);
    }

    /** Of its own for each case, as all that is logged is kept together. */
    private static OperationName name(String id, Throwable thrown) {
        return Harness.name(id + "-" + thrown.getClass().getSimpleName());
    }

    private static List<String> warningsOf(OperationName name, Throwable thrown) {
        return CapturedLogs.lines().stream()
                .filter(line -> line.startsWith("WARN "))
                .filter(line -> line.contains(" a listener of " + name + " failed and was ignored\n" + thrown))
                .toList();
    }

    private static Consumer<Operation> throwing(Throwable thrown) {
        return snapshot -> Undeclared.thrown(thrown);
    }
}
