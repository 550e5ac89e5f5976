// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchOptionsTest {

    @Test
    void aWindowHoldsAtLeastOne() {
        assertThatThrownBy(() -> BatchOptions.defaults().withMaxInFlight(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxInFlight must be 1 operation or more, for example 1000; got 0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void aRateIsMoreThanZero(double perSecond) {
        assertThatThrownBy(() -> BatchOptions.defaults().withMaxPerSecond(perSecond))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxPerSecond must be more than zero, for example 20 or 0.5 (one in two seconds); got "
                        + perSecond);
    }

    @Test
    void aThousandAtATimeIsStandardAsFastAsTheServiceTakesThem() {
        assertThat(BatchOptions.defaults().maxInFlight()).isEqualTo(1_000);
        assertThat(BatchOptions.defaults().maxPerSecond()).isInfinite();
    }

    @Test
    void eachCancelHasTheClientsOptionsUnlessTheBatchHasItsOwn() {
        CancelOptions ofClient = CancelOptions.defaults().withTimeout(Duration.ofSeconds(7));
        CancelOptions own = CancelOptions.defaults().withTimeout(Duration.ofSeconds(9));

        assertThat(BatchOptions.defaults().each(ofClient)).isSameAs(ofClient);
        assertThat(BatchOptions.defaults().withCancelOptions(own).each(ofClient))
                .isSameAs(own);
    }

    @Test
    void theLogOfTheBatchLeavesTheOtherOptionsAsTheyAre() {
        CancelOptions ofClient = CancelOptions.defaults().withTimeout(Duration.ofSeconds(7));
        WriteAheadLog log = new WriteAheadLog() {};
        CancelOptions each = BatchOptions.defaults().withWriteAheadLog(log).each(ofClient);

        assertThat(each.writeAheadLog()).isSameAs(log);
        assertThat(each.timeout()).isEqualTo(ofClient.timeout());
    }
}
