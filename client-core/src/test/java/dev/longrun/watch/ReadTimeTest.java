// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadTimeTest {
    private final ReadTime readTime = new ReadTime();

    private void record(int times, long millis) {
        for (int i = 0; i < times; i++) {
            readTime.record(Duration.ofMillis(millis).toNanos());
        }
    }

    private long expectedMillis() {
        return Duration.ofNanos(readTime.expected()).toMillis();
    }

    @Test
    void isATenthOfASecondWhileNoneIsKnown() {
        assertThat(expectedMillis()).isEqualTo(100);
    }

    @Test
    void isTwiceTheMeanAndABitIfReadsAreAlike() {
        record(1, 20);
        assertThat(expectedMillis()).isEqualTo(45);
        record(50, 20);
        assertThat(expectedMillis()).isEqualTo(45);
    }

    @Test
    void isMoreIfReadsVary() {
        for (int i = 0; i < 50; i++) {
            record(1, 20);
            record(1, 200);
        }
        assertThat(expectedMillis()).isBetween(300L, 600L);
    }

    @Test
    void followsAServiceThatGetsFaster() {
        record(20, 2000);
        record(60, 20);
        assertThat(expectedMillis()).isLessThan(60);
    }
}
