// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.service.OperationName;
import dev.longrun.testkit.VirtualTime;
import dev.longrun.tests.HeldOperations.Get;
import dev.longrun.watch.OperationWatcher;
import dev.longrun.watch.WatchOptions;
import dev.longrun.watch.WatchOutcome;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;

/** Watches whose reads begin and end when the test says so. */
abstract class WatchHeldFixture {
    static final Duration NOW = Duration.ZERO;
    static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
    static final Duration A_MINUTE = Duration.ofMinutes(1);
    static final Duration SOON_AFTER = Duration.ofMillis(125);
    static final Duration AMPLE = Duration.ofSeconds(10);
    static final int AT_ONCE = 32;

    final VirtualTime time = VirtualTime.manual();
    final HeldOperations service = new HeldOperations();
    final OperationWatcher watcher =
            new OperationWatcher(service, time, new Random(1), Runnable::run, WatchOptions.defaults());

    @AfterEach
    void close() {
        time.close();
    }

    CompletableFuture<WatchOutcome> watch(OperationName name, Duration timeout) {
        return watcher.watch(name, WatchOptions.defaults().withTimeout(timeout));
    }

    /** Of a parent of its own, so that no list can stand for its gets. */
    static OperationName alone(String project) {
        return OperationName.of(Harness.FILE, "projects/" + project + "/locations/l/operations/o");
    }

    Get onlyGet() {
        assertThat(service.gets).hasSize(1);
        return service.gets.get(0);
    }
}
