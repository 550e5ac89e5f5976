// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.watch.WatchState.Event;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WatchStateTest {
    /** A row for each state, a column for each event; - cannot happen. */
    private static final String TABLE = """
            .                READ_DUE LIST_BUSY        READ_BEGAN WAIT_BEGAN     READ_ENDED MISSING SHOWN          LIST_ENDED RESET UNWATCHED
            IDLE             DUE      -                -          -              -          -       IDLE           -          IDLE  UNWATCHED
            DUE              -        WAITING_FOR_LIST READING    IN_SERVER_WAIT -          -       IDLE           -          IDLE  UNWATCHED
            WAITING_FOR_LIST DUE      -                -          -              -          -       IDLE           IDLE       IDLE  UNWATCHED
            READING          -        -                -          -              IDLE       DUE     READING        -          IDLE  UNWATCHED
            IN_SERVER_WAIT   DUE      -                -          -              IDLE       -       IN_SERVER_WAIT -          IDLE  UNWATCHED
            UNWATCHED        -        -                -          -              -          -       -              -          -     -
            """;

    static Stream<Arguments> cells() {
        List<String[]> rows =
                TABLE.lines().map(line -> line.strip().split(" +")).toList();
        Map<Event, Integer> columns = new EnumMap<>(Event.class);
        for (int i = 1; i < rows.get(0).length; i++) {
            columns.put(Event.valueOf(rows.get(0)[i]), i);
        }
        assertThat(columns).hasSize(Event.values().length);
        assertThat(rows).hasSize(WatchState.values().length + 1);
        return rows.stream()
                .skip(1)
                .flatMap(row -> Arrays.stream(Event.values())
                        .map(event -> Arguments.of(WatchState.valueOf(row[0]), event, row[columns.get(event)])));
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource("cells")
    void eachEventLeadsToOneStateOrCannotHappen(WatchState state, Event event, String next) {
        if (next.equals("-")) {
            assertThatThrownBy(() -> state.after(event))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(event + " cannot happen to an operation that is " + state);
        } else {
            assertThat(state.after(event)).isEqualTo(WatchState.valueOf(next));
        }
    }
}
