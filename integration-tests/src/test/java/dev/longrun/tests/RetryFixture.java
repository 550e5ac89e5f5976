// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import dev.longrun.operation.Operations;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A running operation whose gets fail as the test says, and the time that a call takes. */
abstract class RetryFixture {
    final Harness harness = Harness.start();
    final Operations operations = harness.client.operations();
    final OperationName name = Harness.name("o");
    final String answered = Harness.about(ApiMethod.GET, name) + harness.server.url() + " answered ";

    @BeforeEach
    void anOperation() {
        harness.operation(name).neverEnds();
    }

    @AfterEach
    void close() {
        harness.close();
    }

    void onGet(int times, Fault fault) {
        harness.server.faults().on(ApiMethod.GET).times(times, fault);
    }

    Duration timeOf(Runnable call) {
        Instant start = harness.time.now();
        call.run();
        return Duration.between(start, harness.time.now());
    }
}
