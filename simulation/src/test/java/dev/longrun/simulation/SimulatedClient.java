// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import dev.longrun.OperationsClient;
import dev.longrun.call.RateLimit;
import java.time.Duration;
import java.util.Random;
import okhttp3.OkHttpClient;

/** A client of the engine in a process of its own, with its network and its rules. */
final class SimulatedClient {
    private static final OkHttpClient UNUSED = new OkHttpClient();
    private static final Duration LATEST_TIMER = Duration.ofMillis(100);
    private static final long SLACK = Duration.ofMillis(150).toNanos();

    private final int number;
    private final Run run;
    private final SimulatedProcess process;
    private final SimulatedNetwork network;
    private final RequestRules rules;
    private final OperationsClient client;
    private final long slack;
    private long closedAt = Long.MAX_VALUE;

    SimulatedClient(Run run, int number) {
        this.run = run;
        this.number = number;
        Scenario scenario = run.scenario();
        Random random = scenario.random("client", number);
        boolean lateTimers = scenario.has(Feature.LATE_TIMERS);
        double perSecond = scenario.has(Feature.FIXED_RATE) ? 2 + random.nextInt(30) : Double.POSITIVE_INFINITY;
        process = new SimulatedProcess(
                run.world(), new Random(random.nextLong()), lateTimers ? LATEST_TIMER : Duration.ZERO);
        slack = SLACK + (lateTimers ? LATEST_TIMER.toNanos() * 2 : 0);
        rules = new RequestRules(run.world(), run.trace(), perSecond);
        network = new SimulatedNetwork(scenario, number, run.world(), process, run.service(), rules, run.trace());
        client = OperationsClient.builder()
                .endpoint("http://127.0.0.1:1")
                .withoutCredentials()
                .http(UNUSED)
                .transport(network)
                .executor(process)
                .time(process)
                .random(new Random(random.nextLong()))
                .rateLimit(perSecond < Double.POSITIVE_INFINITY ? RateLimit.fixed(perSecond) : RateLimit.adaptive())
                .build();
        if (scenario.has(Feature.CLOCK_STEPS)) {
            Duration step = Duration.ofMinutes(random.nextInt(6_000) - 3_000);
            run.once(random.nextLong(30_000_000_000L), () -> process.stepWallClock(step));
        }
    }

    int number() {
        return number;
    }

    Run run() {
        return run;
    }

    SimulatedProcess process() {
        return process;
    }

    SimulatedNetwork network() {
        return network;
    }

    RequestRules rules() {
        return rules;
    }

    OperationsClient operations() {
        return client;
    }

    Trace trace() {
        return run.trace();
    }

    ServiceRecord record() {
        return run.service().record();
    }

    /** By how much an end may be late. */
    long slack() {
        return slack;
    }

    /** Whether reads are made when they are due: no late timer, no rate and no throttling keeps them. */
    boolean isPunctual() {
        Scenario scenario = run.scenario();
        return !scenario.has(Feature.LATE_TIMERS)
                && !scenario.has(Feature.FIXED_RATE)
                && !scenario.has(Feature.THROTTLING);
    }

    long closedAt() {
        return closedAt;
    }

    void close() {
        if (closedAt == Long.MAX_VALUE && !process.isKilled()) {
            run.trace().add(() -> number + " is closed");
            closedAt = run.world().now();
            client.close();
            rules.close();
        }
    }
}
