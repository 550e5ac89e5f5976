// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.call.RateLimit;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the numbers of {@link AdaptiveRateLimiterTest} come to over minutes: the clock is the rate's own, and each call
 * is sent as soon as it may be.
 */
class SustainedRateTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = 0;
    private static final long MINUTES = 5 * 60 * SECOND;

    private final AdaptiveRateLimiter rate = new AdaptiveRateLimiter(RateLimit.adaptive(), START);
    private final Random random = new Random(1);
    private long now = START;
    private int sent;
    private int refused;

    private void call(boolean taken) {
        sent++;
        rate.sent(now);
        if (taken) {
            rate.accepted(now, now);
        } else {
            refused++;
            rate.throttled(now, now, Optional.empty());
        }
    }

    /** A client that could send a thousand a second. */
    private void step() {
        now += Math.max(SECOND / 1000, rate.timeUntilPermit(now).toNanos());
        rate.reserve(now);
    }

    /** @param perSecond what the service takes, and up to a second's worth of it at once */
    @ParameterizedTest
    @CsvSource({"5, 0.12", "20, 0.05", "100, 0.05"})
    void aLimitIsUsedInFullAndSeldomRefused(int perSecond, double share) {
        double tokens = perSecond;
        while (now - START < MINUTES) {
            long before = now;
            step();
            tokens = Math.min(perSecond, tokens + (double) perSecond * (now - before) / SECOND);
            call(tokens >= 1);
            tokens -= tokens >= 1 ? 1 : 0;
        }
        assertThat((double) refused / sent).isLessThan(share);
        assertThat((sent - refused) / 300.0).isGreaterThan(0.9 * perSecond);
    }

    @Test
    void aServiceThatRefusesOneInTwentyAtAnyPaceIsNotMadeSlow() {
        for (int i = 0; i < 10_000; i++) {
            step();
            call(random.nextDouble() >= 0.05);
        }
        assertThat(now - START).isLessThan(2 * 60 * SECOND);
    }

    /** Of the thousand a second that could be sent, half are sent at least. */
    @ParameterizedTest
    @ValueSource(doubles = {0.15, 0.3, 0.5})
    void aServiceThatRefusesByChanceIsNotMadeSlow(double share) {
        int taken = 0;
        while (now - START < MINUTES) {
            step();
            boolean isTaken = random.nextDouble() >= share;
            taken += isTaken ? 1 : 0;
            call(isTaken);
        }
        assertThat(taken / 300.0).isGreaterThan(0.5 * 1000 * (1 - share));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 20, 100})
    void aSlowClientOfSuchAServiceStaysAsFast(int perSecond) {
        while (now - START < MINUTES) {
            now += Math.max(SECOND / perSecond, rate.timeUntilPermit(now).toNanos());
            rate.reserve(now);
            call(random.nextDouble() >= 0.15);
        }
        assertThat(sent / 300.0).isGreaterThan(0.7 * perSecond);
    }

    /** After an hour of chance, a limit of the rate is found again. */
    @Test
    void aShareByChanceIsNotToleratedForLong() {
        for (int i = 0; i < 10_000; i++) {
            step();
            call(random.nextDouble() >= 0.5);
        }
        assertThat(rate.perSecond(now)).isInfinite();
        now += 15 * 60 * SECOND;
        sent = 0;
        refused = 0;
        long begin = now;
        while (now - begin < MINUTES) {
            now += Math.max(SECOND / 30, rate.timeUntilPermit(now).toNanos());
            rate.reserve(now);
            call(sent - refused < 20.0 * (now - begin) / SECOND);
        }
        assertThat((double) refused / sent).isLessThan(0.05);
        assertThat((sent - refused) / 300.0).isGreaterThan(0.85 * 20);
    }
}
