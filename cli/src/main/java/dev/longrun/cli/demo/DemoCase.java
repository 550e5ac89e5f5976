// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.demo;

import dev.longrun.service.OperationName;
import dev.longrun.testkit.FakeOperationsServer;
import java.time.Duration;
import java.util.function.BiConsumer;

/**
 * One operation of the demo.
 *
 * @param name its id tells the fake server how it ends
 * @param expected the outcome that a cancel must come to
 * @param timeout of the whole cancel
 * @param preparation adds faults to the server
 */
record DemoCase(
        OperationName name, String expected, Duration timeout, BiConsumer<FakeOperationsServer, String> preparation) {
    private static final Duration USUAL = Duration.ofSeconds(20);

    static DemoCase of(OperationName name, String expected) {
        return new DemoCase(name, expected, USUAL, (server, operation) -> {});
    }

    DemoCase withTimeout(Duration other) {
        return new DemoCase(name, expected, other, preparation);
    }

    DemoCase withFault(BiConsumer<FakeOperationsServer, String> other) {
        return new DemoCase(name, expected, timeout, other);
    }

    void prepare(FakeOperationsServer server) {
        preparation.accept(server, name.value());
    }
}
