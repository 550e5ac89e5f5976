// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.OutcomeKind;
import dev.longrun.journal.JournalEntry.Answer;
import dev.longrun.journal.JournalEntry.Failure;
import dev.longrun.journal.JournalEntry.Intent;
import dev.longrun.journal.JournalEntry.Planned;
import dev.longrun.journal.JournalEntry.Verdict;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryStateTest {
    private static final JournalKey NAME = new JournalKey("file.googleapis.com", "v1", "operations/o");

    /**
     * P planned, I intent, A answered accepted, L answer lost, R refused, F failure, V verdict, U verdict UNKNOWN, S
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
            case 'A' -> new Answer(NAME, RequestStatus.ACCEPTED);
            case 'L' -> new Answer(NAME, RequestStatus.UNKNOWN);
            case 'R' -> new Answer(NAME, RequestStatus.REFUSED);
            case 'F' -> new Failure(NAME);
            case 'U' -> new Verdict(NAME, OutcomeKind.UNKNOWN);
            case 'S' -> new Verdict(NAME, OutcomeKind.STILL_RUNNING);
            default -> new Verdict(NAME, OutcomeKind.CANCELLED);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "P,      ",
        "I,      UNKNOWN",
        "PI,     UNKNOWN",
        "IA,     ACCEPTED",
        "IL,     UNKNOWN",
        "IR,     REFUSED",
        "IF,     NOT_SENT",
        "II,     UNKNOWN",
        "IAI,    ACCEPTED",
        "IAIR,   ACCEPTED",
        "IIF,    UNKNOWN",
        "IFI,    UNKNOWN",
        "IFIF,   NOT_SENT",
        "IRI,    UNKNOWN",
        "ILIR,   UNKNOWN",
    })
    void whatIsKnownOfTheRequestIsTheMostThatAnyLineSays(String history, RequestStatus request) {
        assertThat(state(history).earlier()).isEqualTo(Optional.ofNullable(request));
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
