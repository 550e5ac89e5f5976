// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchOptionsTest {
    private static final WatchOptions DEFAULTS = WatchOptions.defaults();

    @Test
    void eachWitherChangesOneOption() {
        WatchOptions changed = DEFAULTS.withTimeout(Duration.ofHours(2)).withInitialDelay(Duration.ofSeconds(1));
        assertThat(changed.timeout()).isEqualTo(Duration.ofHours(2));
        assertThat(changed.initialDelay()).isEqualTo(Duration.ofSeconds(1));
        assertThat(changed.pollBackoff()).isEqualTo(DEFAULTS.pollBackoff());
        assertThat(DEFAULTS.timeout()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aValueOutOfRangeIsRejectedByName() {
        assertThatThrownBy(() -> DEFAULTS.withTimeout(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("timeout must be longer than zero, for example PT5M (five minutes); got PT0S");
        assertThatThrownBy(() -> DEFAULTS.withInitialDelay(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("initialDelay must be zero or longer; got PT-1S");
    }

    @Test
    void theDefaultsEndWhenTheOperationIsDoneAndListenToNothing() {
        assertThat(DEFAULTS.endsWhenDone()).isTrue();
        assertThat(DEFAULTS.hasListener()).isFalse();
        assertThat(DEFAULTS.withUntil(any -> true).endsWhenDone()).isFalse();
        assertThat(DEFAULTS.withListener(any -> {}).hasListener()).isTrue();
    }
}
