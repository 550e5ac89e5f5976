// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.call.CallOptions;
import dev.longrun.call.RetryPolicy;
import dev.longrun.error.ApiException;
import dev.longrun.operation.Operations;
import dev.longrun.service.ApiMethod;
import dev.longrun.testkit.Fault;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A service says when to retry: by {@code Retry-After} or by {@code RetryInfo}. */
class RetryHintTest extends RetryFixture {
    @Test
    void inSecondsIsObeyed() {
        onGet(1, Fault.tooManyRequests(Duration.ofSeconds(7)));
        assertThat(timeOf(() -> operations.get(name))).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void asADateIsObeyed() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                harness.time.now().plusSeconds(30).atZone(ZoneOffset.UTC));
        onGet(1, Fault.respondWith(429, Map.of("Retry-After", date), ""));
        assertThat(timeOf(() -> operations.get(name))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void inTheDetailsIsObeyed() {
        onGet(1, Fault.tooManyRequestsWithRetryInfo(Duration.ofMillis(2500)));
        assertThat(timeOf(() -> operations.get(name))).isEqualTo(Duration.ofMillis(2500));
    }

    @Test
    void ofAnUnavailableServiceIsObeyed() {
        onGet(1, Fault.unavailable(Duration.ofSeconds(4)));
        assertThat(timeOf(() -> operations.get(name))).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void ofNothingIsNoReasonToHammer() {
        onGet(1, Fault.unavailable(Duration.ZERO));
        Duration pause = timeOf(() -> operations.get(name));
        assertThat(pause).isPositive().isLessThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void pastTheDeadlineLeadsToOneLastAttemptJustBeforeIt() {
        onGet(2, Fault.tooManyRequests(Duration.ofMinutes(5)));
        assertThat(timeOf(() -> assertThatThrownBy(() -> operations.get(name))
                        .isInstanceOfSatisfying(
                                ApiException.class,
                                api -> assertThat(api.retryAfter()).contains(Duration.ofMinutes(5)))
                        .hasMessage(answered + "RESOURCE_EXHAUSTED (8): Too many requests. [RATE_LIMIT_EXCEEDED]"
                                + " (after 2 attempts; the server asks to wait longer than the deadline allows)")))
                .isBetween(Duration.ofMillis(59_900), Duration.ofMillis(59_999));
        assertThat(harness.requests(ApiMethod.GET)).isEqualTo(2);
    }

    @Test
    void pastTheDeadlineDoesNotKeepTheLastAttemptFromSucceeding() {
        onGet(1, Fault.tooManyRequests(Duration.ofMinutes(5)));
        assertThat(operations.get(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @MethodSource("hintsOfAges")
    void ofAgesIsSurvived(Fault ages) {
        onGet(2, ages);
        assertThatThrownBy(() -> operations.get(name))
                .isInstanceOf(ApiException.class)
                .hasMessageEndingWith("the server asks to wait longer than the deadline allows)");
    }

    @Test
    void isToldWhereNothingIsRetried() {
        onGet(1, Fault.tooManyRequests(Duration.ofMinutes(5)));
        Operations once = operations.with(CallOptions.defaults().withRetry(RetryPolicy.none()));
        assertThatThrownBy(() -> once.get(name))
                .isInstanceOfSatisfying(
                        ApiException.class, api -> assertThat(api.retryAfter()).contains(Duration.ofMinutes(5)));
    }

    static Stream<Fault> hintsOfAges() {
        return Stream.of(
                Fault.respondWith(429, Map.of("Retry-After", "9999999999999"), ""),
                Fault.tooManyRequestsWithRetryInfo(Duration.ofSeconds(315_576_000_000L)));
    }
}
