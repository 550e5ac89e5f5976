// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.ConfigurationException;
import dev.longrun.error.DeadlineExceededException;
import dev.longrun.error.LongrunException;
import dev.longrun.error.NoResponseException;
import dev.longrun.error.Status;
import dev.longrun.error.UnreachableException;
import dev.longrun.error.UnreadableResponseException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PollErrorClassifierTest {

    static ApiException rejected(Code code, Optional<Duration> retryAfter) {
        return ApiException.builder("no", Status.of(code, "no"), 500)
                .hasApiErrorBody(true)
                .retryAfter(retryAfter)
                .build();
    }

    private static boolean isPermanent(LongrunException error) {
        return PollErrorClassifier.isPermanent(error, 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Code.class,
            names = {"UNAUTHENTICATED", "PERMISSION_DENIED", "NOT_FOUND", "INVALID_ARGUMENT", "UNIMPLEMENTED"})
    void whatWasRejectedForGoodIsPermanent(Code code) {
        assertThat(isPermanent(rejected(code, Optional.empty()))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Code.class,
            names = {"UNAVAILABLE", "RESOURCE_EXHAUSTED", "INTERNAL", "UNKNOWN", "DEADLINE_EXCEEDED", "ABORTED"})
    void whatMayPassIsTransient(Code code) {
        assertThat(isPermanent(rejected(code, Optional.empty()))).isFalse();
    }

    @Test
    void aLostConnectionIsTransientAndABrokenConfigurationIsNot() {
        assertThat(isPermanent(new NoResponseException("lost"))).isFalse();
        assertThat(isPermanent(new DeadlineExceededException("late"))).isFalse();
        assertThat(isPermanent(new UnreachableException("no route"))).isFalse();
        assertThat(isPermanent(new ConfigurationException("closed"))).isTrue();
    }

    @Test
    void theThirdUnreadableResponseInARowIsPermanent() {
        var html = new UnreadableResponseException("<html>");
        assertThat(PollErrorClassifier.isPermanent(html, 2)).isFalse();
        assertThat(PollErrorClassifier.isPermanent(html, 3)).isTrue();
        assertThat(PollErrorClassifier.isTransient(html)).isFalse();
    }

    @Test
    void retryAfterIsAHint() {
        assertThat(PollErrorClassifier.hint(rejected(Code.UNAVAILABLE, Optional.of(Duration.ofSeconds(3)))))
                .isEqualTo(3_000_000_000L);
        assertThat(PollErrorClassifier.hint(new NoResponseException("lost"))).isZero();
    }

    @Test
    void anExceptionOfAnotherTypeCountsAsALostResponse() {
        var known = new NoResponseException("lost");
        assertThat(PollErrorClassifier.asError(new CompletionException(known))).isSameAs(known);
        assertThat(PollErrorClassifier.asError(new IllegalStateException("mine")))
                .isInstanceOf(NoResponseException.class)
                .hasMessage("the read ended unexpectedly: java.lang.IllegalStateException: mine");
    }
}
