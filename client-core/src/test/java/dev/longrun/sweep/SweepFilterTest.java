// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.operation.Operation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SweepFilterTest {
    private static final Operation NIGHTLY = Sample.running("nightly-7", """
            {'@type': 'type.googleapis.com/google.cloud.common.OperationMetadata', 'createTime': '2026-01-02T11:00:00Z',
             'verb': 'create', 'target': 'projects/p/locations/us-central1/instances/disk-1', 'state': 'PENDING',
             'cancelRequested': false}""");
    private static final Operation SILENT = Sample.running("silent", "{'progress': 1}");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "older-than=59m,                          true",
        "older-than=PT1H,                         false", // exactly as old is not older
        "older-than=1h1s,                         false",
        "verb=create,                             true",
        "verb=CREATE,                             true",
        "verb=create*,                            true",
        "verb=creat,                              false",
        "target=disk-1,                           true",
        "target=disk-?,                           true",
        "target=projects/p/*/instances/*,         true",
        "target=projects/q/*,                     false",
        "name=nightly-*,                          true",
        "name=Nightly-*,                          false",
        "name=projects/p/locations/*/nightly-7,   true",
        "name=*/operations/weekly-*,              false",
        "type=OperationMetadata,                  true",
        "type=common.OperationMetadata,           true",
        "type=google.cloud.common.OperationMetadata, true",
        "type=Metadata,                           false", // no part of a simple name
        "state=pending,                           true",
        "state=RUNNING,                           false",
        "cancel-requested=no,                     true",
        "cancel-requested=yes,                    false",
        "server=done=false,                       true", // the service has filtered
        "' verb = create ',                       true",
    })
    void anOperationPassesByWhatItsServiceSays(String filter, boolean passes) {
        assertThat(SweepFilter.parse(filter).matches(NIGHTLY, Sample.NOON)).isEqualTo(passes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "older-than=0s",
                "verb=*",
                "target=*",
                "type=OperationMetadata",
                "state=PENDING",
                "cancel-requested=yes",
                "cancel-requested=no"
            })
    void whatTheServiceDoesNotSayNeverMatches(String filter) {
        assertThat(SweepFilter.parse(filter).matches(SILENT, Sample.NOON)).isFalse();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "older-than=0s         | age not said            | ",
                "older-than=9d         | age not said            | not older than 9d",
                "verb=none             | verb not said           | verb is not none",
                "target=none           | target not said         | target is not none",
                "name=none             | name is not none        | name is not none",
                "type=None             | metadata type not said  | metadata type is not None",
                "state=NONE            | state not said          | state is not NONE",
                "cancel-requested=yes  | cancel request not said | cancel not yet requested",
            })
    void whatIsLeftOutHasAReason(String filter, String silent, @Nullable String nightly) {
        SweepFilter parsed = SweepFilter.parse(filter);
        assertThat(parsed.reasonAgainst(SILENT, Sample.NOON)).isEqualTo(silent);
        if (nightly != null) {
            assertThat(parsed.reasonAgainst(NIGHTLY, Sample.NOON)).isEqualTo(nightly);
        }
    }

    @Test
    void anApplicationMayHaveItsOwn() {
        SweepFilter own = SweepFilter.of("id is short", (operation, now) -> false);
        assertThat(own.matches(NIGHTLY, Sample.NOON)).isFalse();
        assertThat(own.reasonAgainst(NIGHTLY, Sample.NOON)).isEqualTo("not: id is short");
        assertThat(own).hasToString("id is short");
    }

    @Test
    void aCancelUnderWayIsKnownByItsMetadata() {
        Operation asked = Sample.running("asked", "{'requestedCancellation': true}");

        assertThat(SweepFilter.cancelRequested(true).matches(asked, Sample.NOON))
                .isTrue();
        assertThat(SweepFilter.cancelRequested(false).matches(asked, Sample.NOON))
                .isFalse();
    }

    @Test
    void aWrappedStateIsFound() {
        Operation wrapped = Sample.running("wrapped", "{'genericMetadata': {'state': 'QUEUED'}}");

        assertThat(SweepFilter.state("queued").matches(wrapped, Sample.NOON)).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "older-than=90m        | older than 1h 30m",
                "older-than=2d         | older than 2d",
                "older-than=P1DT2H3M   | older than 1d 2h",
                "older-than=45s        | older than 45s",
                "older-than=1d12h      | older than 1d 12h",
                "verb=create           | verb is create",
                "target=disk-*         | target is disk-*",
                "type=OperationMetadata| metadata type is OperationMetadata",
                "name=nightly-*        | name is nightly-*",
                "state=PENDING         | state is PENDING",
                "cancel-requested=no   | cancel not yet requested",
                "cancel-requested=yes  | cancel already requested",
                "server=done=false     | the service finds it by done=false",
            })
    void thePlanSaysItInWords(String filter, String words) {
        assertThat(SweepFilter.parse(filter).describe()).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "verbs=create | a filter must look like key=value, the key one of older-than, verb, target, type, name, state, cancel-requested, server; got \"verbs=create\"",
                "create       | a filter must look like key=value, the key one of older-than, verb, target, type, name, state, cancel-requested, server; got \"create\"",
                "verb=        | a filter needs a value after its first \"=\", such as verb=create or older-than=1h; got \"verb=\"",
                "older-than=1 | a duration must look like 500ms, 1.5s, 90s, 1h30m, 2d or PT1H30M; got \"1\"",
                "older-than=h | a duration must look like 500ms, 1.5s, 90s, 1h30m, 2d or PT1H30M; got \"h\"",
                "older-than=-PT1H | an age cannot be negative; give one such as PT1H (one hour); got PT-1H",
                "state=done   | state is what the service's metadata says of a running operation, such as PENDING; operations that are done are never swept; got \"done\"",
                "cancel-requested=maybe | cancel-requested must be yes or no; got \"maybe\"",
            })
    void whatIsNoFilterIsRefusedWithTheWayOut(String text, String message) {
        assertThatThrownBy(() -> SweepFilter.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void theServersFilterIsSentAndNotApplied() {
        assertThat(SweepFilter.onServer("done=false").onServer()).isEqualTo("done=false");
        assertThat(SweepFilter.olderThan(Duration.ZERO).onServer()).isEmpty();
    }
}
