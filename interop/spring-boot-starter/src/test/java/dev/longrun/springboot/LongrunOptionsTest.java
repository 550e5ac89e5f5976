// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.longrun.OperationsClient;
import dev.longrun.call.CallOptions;
import dev.longrun.call.RateLimiterStats;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.error.ApiException;
import dev.longrun.error.DeadlineExceededException;
import dev.longrun.filestore.v1.Filestore;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.Fault;
import dev.longrun.testkit.ServedRequest;
import dev.longrun.testkit.VirtualTime;
import dev.longrun.time.Backoff;
import dev.longrun.watch.WatchOptions;
import dev.longrun.watch.WatchOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What the properties of calls, cancels, watches and limits do, on a fake server with virtual time. */
class LongrunOptionsTest {
    private final VirtualTime time = VirtualTime.autoAdvancing();
    private final FakeOperationsServer server = FakeOperationsServer.start(time);
    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(LongrunAutoConfiguration.class))
            .withPropertyValues("longrun.credentials.enabled=false", "longrun.endpoint=" + server.url())
            .withBean(OperationsClientCustomizer.class, () -> builder -> builder.time(time));

    @AfterEach
    void close() {
        server.close();
        time.close();
    }

    private static OperationName name(String id) {
        return Filestore.project("acme").location("us-central1").operation(id);
    }

    private <T> T with(String[] properties, Function<OperationsClient, T> use) {
        var result = new AtomicReference<T>();
        context.withPropertyValues(properties).run(started -> {
            assertThat(started).hasNotFailed();
            result.set(use.apply(started.getBean(OperationsClient.class)));
        });
        return result.get();
    }

    private CancelOutcome cancel(String id, String... properties) {
        return with(properties, client -> client.canceller().cancel(name(id)));
    }

    @Test
    void defaultsAreThoseOfTheLibrary() {
        context.run(started -> {
            LongrunProperties defaults = started.getBean(LongrunProperties.class);
            assertThat(defaults.call().timeout())
                    .isEqualTo(CallOptions.defaults().timeout());
            assertThat(defaults.call().attemptTimeout())
                    .isEqualTo(CallOptions.defaults().attemptTimeout());
            assertThat(defaults.call().maxAttempts())
                    .isEqualTo(CallOptions.defaults().retry().maxAttempts());
            assertThat(defaults.cancel().timeout())
                    .isEqualTo(CancelOptions.defaults().timeout());
            assertThat(defaults.cancel().readFirst())
                    .isEqualTo(CancelOptions.defaults().readFirst());
            assertThat(defaults.cancel().strict())
                    .isEqualTo(CancelOptions.defaults().strict());
            assertThat(defaults.watch().timeout())
                    .isEqualTo(WatchOptions.defaults().timeout());
            var poll = defaults.poll();
            assertThat(Backoff.exponential(poll.first(), poll.multiplier(), poll.longest()))
                    .hasToString(WatchOptions.defaults().pollBackoff().toString());
            assertThat(poll.stretch()).isEqualTo(WatchOptions.defaults().pollStretch());
        });
    }

    @Test
    void callIsTriedAsOftenAsWanted() {
        server.faults().anywhere().always(Fault.unavailable());
        with(
                new String[] {"longrun.call.max-attempts=3"},
                client -> catchThrowableOfType(
                        ApiException.class, () -> client.operations().get(name("stuck-a"))));
        assertThat(server.requestCount()).isEqualTo(3);
    }

    @Test
    void callAndAttemptEndInTime() {
        server.faults().anywhere().always(Fault.stall());
        DeadlineExceededException failure = with(
                new String[] {"longrun.call.timeout=7s", "longrun.call.attempt-timeout=3s"},
                client -> catchThrowableOfType(
                        DeadlineExceededException.class,
                        () -> client.operations().get(name("stuck-a"))));
        assertThat(failure).isNotNull();
        assertThat(Duration.between(VirtualTime.manual().now(), time.now()))
                .isBetween(Duration.ofSeconds(6), Duration.ofSeconds(7));
        assertThat(server.requestCount()).isGreaterThan(1);
    }

    @Test
    void cancelEndsInTime() {
        CancelOutcome outcome = cancel("stuck-a", "longrun.cancel.timeout=3s");
        assertThat(outcome.kind()).isEqualTo(CancelOutcome.Kind.STILL_RUNNING);
        assertThat(outcome.evidence().elapsed()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
    }

    @Test
    void operationIsReadFirstIfWanted() {
        server.operation(name("a").value()).alreadyDone();
        cancel("a", "longrun.cancel.read-first=true");
        assertThat(server.requests()).extracting(ServedRequest::rpc).doesNotContain(Optional.of(ApiMethod.CANCEL));
    }

    @Test
    void nothingIsSentForAnUndocumentedCancelIfStrict() {
        OperationName undocumented = OperationName.of(Filestore.definition(), "folders/f/operations/o");
        assertThat(undocumented.isCancelDocumented()).isFalse();
        CancelOutcome outcome = with(
                new String[] {"longrun.cancel.strict=true"},
                client -> client.canceller().cancel(undocumented));
        assertThat(outcome.kind()).isEqualTo(CancelOutcome.Kind.UNSUPPORTED);
        assertThat(server.requestCount()).isZero();
    }

    @Test
    void watchEndsInTime() {
        WatchOutcome outcome = with(
                new String[] {"longrun.watch.timeout=4s"},
                client -> client.watcher().await(name("stuck-a")));
        assertThat(outcome.kind()).isEqualTo(WatchOutcome.Kind.TIMED_OUT);
        assertThat(outcome.history().elapsed()).isLessThanOrEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void operationsAreReadAsOftenAsWanted() {
        CancelOutcome outcome = cancel(
                "stuck-a",
                "longrun.cancel.timeout=10s",
                "longrun.poll.first=2s",
                "longrun.poll.multiplier=1",
                "longrun.poll.longest=2s",
                "longrun.poll.stretch=1");
        assertThat(outcome.evidence().polls()).isBetween(4, 6);
    }

    @Test
    void rateIsLimitedAsWanted() {
        assertThat(limiters("12.5"))
                .anySatisfy(stats -> assertThat(stats.perSecond()).hasValue(12.5));
        for (String unlimited : List.of("adaptive", "off", "false")) {
            assertThat(limiters(unlimited))
                    .as(unlimited)
                    .allSatisfy(stats -> assertThat(stats.perSecond()).isEmpty());
        }
    }

    private List<RateLimiterStats> limiters(String rateLimit) {
        return with(new String[] {"longrun.rate-limit=" + rateLimit}, client -> {
            client.operations().get(name("stuck-a"));
            return client.rateLimiters();
        });
    }
}
