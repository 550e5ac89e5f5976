// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.error.NotSentException;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceTable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final OperationName NAME = OperationName.of(
            ServiceTable.parse("file", """
                            service  file.googleapis.com
                            versions v1
                            names
                              projects/*/locations/*/operations/*  get cancel
                            """).definition("file.googleapis.com", "v1"),
            "projects/p/locations/l/operations/o");
    private static final CancelResult RESULT = CancelResult.failed(NAME, new NotSentException("no"));

    private final Places places = new Places();

    @Test
    void aNameTakesOnePlaceUntilItsResultIsRead() {
        assertThat(places.add(NAME)).isTrue();
        assertThat(places.add(NAME)).isFalse();
        places.begin(NAME);
        places.tell(RESULT);
        assertThat(places.add(NAME)).isFalse();
        assertThat(places.take()).contains(RESULT);
        assertThat(places.add(NAME)).isTrue();
    }

    @Test
    void aResultIsTakenOnce() {
        places.add(NAME);
        places.begin(NAME);
        assertThat(places.tell(RESULT)).isTrue();
        assertThat(places.tell(RESULT)).isFalse();
        assertThat(places.take()).contains(RESULT);
        assertThat(places.take()).isEmpty();
    }

    @Test
    void whatHasNotBegunIsDroppedAndWhatHasIsNot() {
        places.add(NAME);
        places.dropWaiting();
        assertThat(places.begin(NAME)).isFalse();
        places.add(NAME);
        places.begin(NAME);
        places.dropWaiting();
        assertThat(places.send(NAME)).isTrue();
    }

    @Test
    void whatWasSentIsUnconfirmedUntilItIsTold() {
        places.add(NAME);
        places.begin(NAME);
        assertThat(places.sent()).isEmpty();
        places.send(NAME);
        assertThat(places.sent()).containsExactly(NAME);
        places.answer(NAME);
        assertThat(places.sent()).containsExactly(NAME);
        places.tell(RESULT);
        assertThat(places.sent()).isEmpty();
    }

    @Test
    void whatEndedBeforeItWasSentIsNotUnconfirmed() {
        places.add(NAME);
        places.begin(NAME);
        assertThat(places.answer(NAME)).isTrue();
        assertThat(places.send(NAME)).isFalse();
        assertThat(places.sent()).isEmpty();
        assertThat(places.tell(RESULT)).isTrue();
    }

    @Test
    void anAnswerCountsOnce() {
        places.add(NAME);
        places.begin(NAME);
        assertThat(places.answer(NAME)).isTrue();
        assertThat(places.answer(NAME)).isFalse();
    }

    @Test
    void thoseUnderWayCanBeStopped() {
        var cancel = new CompletableFuture<>();
        places.add(NAME);
        places.begin(NAME);
        places.cancelWith(NAME, cancel);
        assertThat(places.underWay()).hasSize(1);
        places.tell(RESULT);
        assertThat(places.underWay()).isEmpty();
    }
}
