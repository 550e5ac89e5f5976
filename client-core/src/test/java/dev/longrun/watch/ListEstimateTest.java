// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ListEstimateTest {
    private static final long NOW = -Duration.ofDays(1).toNanos(); // the clock may begin anywhere

    private final WatchedParent.ListEstimate list = new WatchedParent.ListEstimate();

    @Test
    void withoutAPageAListHoldsWhatIsWatched() {
        assertThat(list.operations(20, NOW)).isEqualTo(20);
        assertThat(list.pages(20, NOW)).isEqualTo(1);
        assertThat(list.pages(2_500, NOW)).isEqualTo(3);
    }

    @Test
    void theFirstPageIsNoLargerThanWhatIsWatched() {
        assertThat(list.pageSize(3, NOW)).isEqualTo(50);
        assertThat(list.pageSize(200, NOW)).isEqualTo(200);
        assertThat(list.pageSize(5_000, NOW)).isEqualTo(1000);
        list.holds(3, NOW);
        assertThat(list.pageSize(3, NOW)).isEqualTo(1000);
    }

    @Test
    void theServerMayAllowSmallerPages() {
        list.fullPage(100, 1000);
        list.holds(950, NOW);
        assertThat(list.pages(5, NOW)).isEqualTo(10);
        list.fullPage(50, 50); // as many as it was asked for
        assertThat(list.pages(5, NOW)).isEqualTo(10);
        list.fullPage(0, 1000); // an empty page that is not the last one
        assertThat(list.pages(5, NOW)).isEqualTo(950);
    }

    @Test
    void itsSizeIsForgottenAfterTenMinutes() {
        list.holds(20_000, NOW);
        assertThat(list.pages(100, NOW)).isEqualTo(20);
        long later = NOW + Duration.ofMinutes(10).toNanos();
        assertThat(list.pages(100, later - 1)).isEqualTo(20);
        assertThat(list.pages(100, later)).isEqualTo(1);
    }

    @Test
    void oneShortPageIsForgottenWithTheSize() {
        list.fullPage(1, 1000);
        list.holds(500, NOW);
        assertThat(list.pages(100, NOW)).isEqualTo(500);
        assertThat(list.pages(100, NOW + Duration.ofMinutes(10).toNanos())).isEqualTo(1);
    }
}
