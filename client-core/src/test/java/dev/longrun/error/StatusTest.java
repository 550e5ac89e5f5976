// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.error.StatusDetail.ErrorInfo;
import dev.longrun.error.StatusDetail.Help;
import dev.longrun.error.StatusDetail.RetryInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusTest {

    private static final ErrorInfo FIRST = new ErrorInfo("SERVICE_DISABLED", "googleapis.com", Map.of());
    private static final ErrorInfo SECOND = new ErrorInfo("OTHER", "googleapis.com", Map.of());

    @Test
    void describesItselfInOneLine() {
        assertThat(Status.of(Code.PERMISSION_DENIED, "no access").describe())
                .isEqualTo("PERMISSION_DENIED (7): no access");
    }

    @Test
    void describesItselfWithoutAColonWhenThereIsNoMessage() {
        assertThat(Status.of(Code.CANCELLED, "").describe()).isEqualTo("CANCELLED (1)");
    }

    @Test
    void keepsANumberItDoesNotKnow() {
        Status status = new Status(42, "from the future", List.of());

        assertThat(status.code()).isSameAs(Code.UNKNOWN);
        assertThat(status.describe()).isEqualTo("UNKNOWN (42): from the future");
    }

    @Test
    void findsTheFirstDetailOfAKind() {
        Status status = new Status(7, "", List.of(new RetryInfo(Duration.ofSeconds(2)), FIRST, SECOND));

        assertThat(status.detail(ErrorInfo.class)).contains(FIRST);
        assertThat(status.detail(Help.class)).isEmpty();
    }

    @Test
    void doesNotChangeWithTheListsAndMapsItWasMadeFrom() {
        Map<String, String> metadata = new LinkedHashMap<>(Map.of("service", "file.googleapis.com"));
        List<StatusDetail> details = new ArrayList<>(List.of(new ErrorInfo("R", "d", metadata)));
        Status status = new Status(7, "", details);

        metadata.clear();
        details.clear();

        assertThat(status.detail(ErrorInfo.class).orElseThrow().metadata())
                .containsEntry("service", "file.googleapis.com");
    }

    @Test
    void refusesToBeMadeWithoutAMessage() {
        assertThatThrownBy(() -> Status.of(Code.OK, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("message");
    }

    @Test
    void metadataKeepsTheOrderOfTheServer() {
        Map<String, String> metadata = new LinkedHashMap<>();
        for (String key : List.of("zebra", "consumer", "apple", "service")) {
            metadata.put(key, "");
        }

        assertThat(new ErrorInfo("R", "d", metadata).metadata()).containsExactlyEntriesOf(metadata);
    }

    @Test
    void negativeRetryDelayIsZero() {
        assertThat(new RetryInfo(Duration.ofSeconds(-1)).retryDelay()).isZero();
    }
}
