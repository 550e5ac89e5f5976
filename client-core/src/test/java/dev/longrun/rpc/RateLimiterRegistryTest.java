// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.binding.BoundPath;
import dev.longrun.call.RateLimit;
import dev.longrun.http.HttpMethod;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceTable;
import dev.longrun.time.HandTime;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimiterRegistryTest {
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final HandTime time = new HandTime();
    private final RateLimiterRegistry limiter = new RateLimiterRegistry(time, Runnable::run, RateLimit.adaptive());

    private void throttle(CallRequest request) {
        limiter.rate(request).throttled(0, 0, Optional.of(Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "CANCEL, DELETE, true",
        "GET,    WAIT,   true",
        "GET,    LIST,   false",
        "CANCEL, GET,    false",
        "LIST,   CANCEL, false",
    })
    void cancelsAndDeletesShareARateAndSoDoGetsAndWaits(ApiMethod throttled, ApiMethod other, boolean shared) {
        throttle(Calls.of(throttled, Calls.NAME));
        assertThat(limiter.acquire(Calls.of(other, Calls.NAME), PATIENCE).isDone())
                .isNotEqualTo(shared);
    }

    @Test
    void eachServiceHasItsOwn() {
        ServiceDefinition other = ServiceTable.parse("other", """
                        service  other.googleapis.com
                        versions v1
                        names
                          operations/*  get
                        """).definition("other.googleapis.com", "v1");
        throttle(Calls.get());
        var request = new CallRequest(
                other,
                ApiMethod.GET,
                "operations/o",
                Calls.ORIGIN,
                BoundPath.plain(HttpMethod.GET, "v1", "o", "", false),
                "",
                "");
        assertThat(limiter.acquire(Calls.get(), PATIENCE)).isNotDone();
        assertThat(limiter.acquire(request, PATIENCE)).isCompletedWithValue(true);
    }
}
