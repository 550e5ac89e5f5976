// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelOutcome.Kind;
import dev.longrun.journal.JournalEntry.Failure;
import dev.longrun.journal.JournalEntry.Intent;
import dev.longrun.journal.JournalEntry.Outcome;
import dev.longrun.journal.JournalEntry.Planned;
import dev.longrun.journal.JournalEntry.Response;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryStateTest {
    private static final JournalKey NAME = new JournalKey("file.googleapis.com", "v1", "operations/o", null);

    /**
     * P planned, I intent, A answered accepted, L answer lost, R refused, F failure, V verdict, U verdict AMBIGUOUS, S
     * that it ran on.
     */
    private static EntryState state(String history) {
        EntryState state = EntryState.NEW;
        for (char event : history.toCharArray()) {
            state = state.after(entry(event));
        }
        return state;
    }

    private static JournalEntry entry(char event) {
        return switch (event) {
            case 'P' -> new Planned(NAME, Instant.EPOCH, 1, 1);
            case 'I' -> new Intent(NAME);
            case 'A' -> new Response(NAME, RequestStatus.ACCEPTED);
            case 'L' -> new Response(NAME, RequestStatus.AMBIGUOUS);
            case 'R' -> new Response(NAME, RequestStatus.REJECTED);
            case 'F' -> new Failure(NAME);
            case 'U' -> new Outcome(NAME, Kind.UNKNOWN, null);
            case 'S' -> new Outcome(NAME, Kind.STILL_RUNNING, null);
            default -> new Outcome(NAME, Kind.CANCELLED, null);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "P,      ",
        "I,      AMBIGUOUS",
        "PI,     AMBIGUOUS",
        "IA,     ACCEPTED",
        "IL,     AMBIGUOUS",
        "IR,     REJECTED",
        "IF,     NOT_SENT",
        "II,     AMBIGUOUS",
        "IAI,    ACCEPTED",
        "IAIR,   ACCEPTED",
        "IIF,    AMBIGUOUS",
        "IFI,    AMBIGUOUS",
        "IFIF,   NOT_SENT",
        "IRI,    AMBIGUOUS",
        "ILIR,   AMBIGUOUS",
    })
    void whatIsKnownOfTheRequestIsTheMostThatAnyLineSays(String history, RequestStatus request) {
        assertThat(state(history).previousRequest()).isEqualTo(Optional.ofNullable(request));
    }

    @ParameterizedTest
    @CsvSource({
        "P, false",
        "I, false",
        "IA, false",
        "IF, false",
        "IAV, true",
        "V, true",
        "IFIAV, true",
        "IAU, false",
        "IAUV, true",
        "IAS, false",
        "IASIAV, true"
    })
    void onlyAVerdictThatIsFinalSettles(String history, boolean settled) {
        assertThat(state(history).isSettled()).isEqualTo(settled);
    }

    @Test
    void aFailureIsOneUntilItIsTriedAgain() {
        assertThat(state("IF").isFailed()).isTrue();
        assertThat(state("IFI").isFailed()).isFalse();
        assertThat(state("IFIAV").isFailed()).isFalse();
        assertThat(state("P").isFailed()).isFalse();
    }
}
