// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationFilterTest {
    private static final Operation NIGHTLY = Sample.running("nightly-7", """
            {'@type': 'type.googleapis.com/google.cloud.common.OperationMetadata', 'createTime': '2026-01-02T11:00:00Z',
             'verb': 'create', 'target': 'projects/p/locations/us-central1/instances/disk-1', 'state': 'PENDING',
             'cancelRequested': false}""");
    private static final Operation SILENT = Sample.running("silent", "{'colour': 'red'}");

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
        "' verb = create ',                       true",
        "age>59m,                                 true",
        "age>1h,                                  false",
        "age>=1h,                                 true",
        "age<1h,                                  false",
        "age<=1h,                                 true",
        "created<2026-01-02,                      false",
        "created>=2026-01-02,                     true",
        "create_time>2026-01-02T12:30:00+02:00,   true",
        "createTime<=2026-01-02T11:00:00Z,        true",
        "verb!=create,                            false",
        "verb!=delete,                            true",
        "NOT verb=delete,                         true",
        "-verb=delete,                            true",
        "NOT verb!=create,                        true",
        "NOT age>1h,                              true",
        "verb=create AND age>59m,                 true",
        "verb=create AND NOT target=disk-*,       false",
        "verb=\"create\" AND state='pending',     true",
        "type=*Metadata,                          true",
        "state=pend*,                             true",
        "done=no,                                 true",
        "done!=no,                                false",
        "cancelRequested=false,                   true",
        "location=us-*,                           true",
        "location!=us-central1,                   false",
        "service=file,                            true",
        "service=file.googleapis.com,             true",
        "service=gke,                             false",
        "name=a=b,                                false",
    })
    void anOperationPassesByWhatItsServiceSays(String filter, boolean passes) {
        assertThat(OperationFilter.parse(filter).matches(NIGHTLY, Sample.NOON)).isEqualTo(passes);
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
                "cancel-requested=no",
                "age>=0s",
                "age<9d",
                "NOT age>9d",
                "created<2027-01-01",
                "ended<2027-01-01",
                "verb!=none",
                "NOT verb=none",
                "-verb=none",
                "NOT target=none",
                "target!=none",
                "NOT type=None",
                "NOT state=PENDING",
                "state!=PENDING",
                "NOT cancel-requested=yes",
                "progress>=0",
                "NOT progress=100",
                "user!=ada",
                "api-version!=v9"
            })
    void whatTheServiceDoesNotSayNeverMatches(String filter) {
        assertThat(OperationFilter.parse(filter).matches(SILENT, Sample.NOON)).isFalse();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "older-than=0s         | age not said            | ",
                "age<1m                | age not said            | not younger than 1m",
                "created>2026-02-01    | created not said        | created not after 2026-02-01T00:00:00Z",
                "progress>80           | progress not said       | progress not said",
                "NOT verb=create       | verb not said           | verb is create",
                "verb=create AND done=yes | verb not said        | not done",
                "location=eu           | location is not eu      | location is not eu",
                "older-than=9d         | age not said            | not older than 9d",
                "verb=none             | verb not said           | verb is not none",
                "target=none           | target not said         | target is not none",
                "name=none             | name is not none        | name is not none",
                "type=None             | metadata type not said  | metadata type is not None",
                "state=NONE            | state not said          | state is not NONE",
                "cancel-requested=yes  | cancel request not said | cancel not yet requested",
            })
    void whatIsLeftOutHasAReason(String filter, String silent, @Nullable String nightly) {
        OperationFilter parsed = OperationFilter.parse(filter);
        assertThat(parsed.reasonAgainst(SILENT, Sample.NOON)).hasValue(silent);
        assertThat(parsed.reasonAgainst(NIGHTLY, Sample.NOON)).isEqualTo(Optional.ofNullable(nightly));
    }

    @Test
    void anApplicationMayHaveItsOwn() {
        OperationFilter own = OperationFilter.of("id is short", (operation, now) -> false);
        assertThat(own.matches(NIGHTLY, Sample.NOON)).isFalse();
        assertThat(own.reasonAgainst(NIGHTLY, Sample.NOON)).hasValue("not: id is short");
        assertThat(own).hasToString("id is short");
    }

    @Test
    void aCancelUnderWayIsKnownByItsMetadata() {
        Operation asked = Sample.running("asked", "{'requestedCancellation': true}");

        assertThat(OperationFilter.cancelRequested(true).matches(asked, Sample.NOON))
                .isTrue();
        assertThat(OperationFilter.cancelRequested(false).matches(asked, Sample.NOON))
                .isFalse();
    }

    @Test
    void aWrappedStateIsFound() {
        Operation wrapped = Sample.running("wrapped", "{'genericMetadata': {'state': 'QUEUED'}}");

        assertThat(OperationFilter.state("queued").matches(wrapped, Sample.NOON))
                .isTrue();
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
                "age>=1h AND NOT verb=create | not younger than 1h, and verb is not create",
                "-older-than=1h        | not older than 1h",
                "NOT done=yes          | not done",
                "progress!=80%         | progress is not 80 %",
                "ended>2026-01-31T01:00:00+01:00 | ended after 2026-01-31T00:00:00Z",
            })
    void thePlanSaysItInWords(String filter, String words) {
        assertThat(OperationFilter.parse(filter).describe()).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "progress=80",
                "progress>=80%",
                "progress<80.5",
                "progress>79 AND progress!=79",
                "NOT progress>80"
            })
    void progressIsPercentAlsoWhereTheServiceCounts(String filter) {
        Operation told = Sample.running("told", "{'progressPercent': 80}");
        Operation counted = Sample.running("counted", "{'completedWork': 4, 'estimatedWork': 5}");

        assertThat(OperationFilter.parse(filter).matches(told, Sample.NOON)).isTrue();
        assertThat(OperationFilter.parse(filter).matches(counted, Sample.NOON)).isTrue();
    }

    @Test
    void oneThatRunsAndWhoseServiceHasNoWordForHowIsRunning() {
        assertThat(OperationFilter.parse("state=running").matches(SILENT, Sample.NOON))
                .isTrue();
        assertThat(OperationFilter.parse("NOT state=RUNNING").matches(SILENT, Sample.NOON))
                .isFalse();
    }

    @Test
    void oneThatIsDoneIsInTheStateThatTheCommandShows() {
        Operation failed = Operation.read(
                Sample.name("f"),
                JsonObject.parse("{\"done\": true, \"error\": {\"code\": 8, \"message\": \"full\"}}"));

        assertThat(OperationFilter.parse("state=failed").matches(failed, Sample.NOON))
                .isTrue();
        assertThat(OperationFilter.parse("state!=FAILED").matches(failed, Sample.NOON))
                .isFalse();
        assertThat(OperationFilter.parse("NOT state=PENDING AND done=yes").matches(failed, Sample.NOON))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "verbs=create  | no key \"verbs\" at character 1 of the filter \"verbs=create\"; the keys are age, created, ended, verb, target, type, name, state, done, cancel-requested, progress, location, service, user, api-version, older-than",
                "create        | no key \"create\" at character 1 of the filter \"create\"; the keys are age, created, ended, verb, target, type, name, state, done, cancel-requested, progress, location, service, user, api-version, older-than",
                "age 1h        | expected an operator after \"age\" at character 4 of the filter \"age 1h\"; such as age>1h",
                "verb:create   | expected = in place of : at character 5 of the filter \"verb:create\"; * stands for any text, as in verb=create*",
                "verb=         | expected a value after \"verb=\" at character 6 of the filter \"verb=\"; such as verb=create*",
                "verb= AND age>1h | expected a value after \"verb= \" at character 7 of the filter \"verb= AND age>1h\"; such as verb=create*",
                "verb=''       | expected a value after \"verb=\" at character 6 of the filter \"verb=''\"; such as verb=create*",
                "verb==create  | unexpected = at character 6 of the filter \"verb==create\"; a value with it is written in quotes",
                "verb=\"create | the quote \" has no end at character 6 of the filter \"verb=\\\"create\"; expected another \"",
                "verb='a'b     | expected a space after the quoted value at character 9 of the filter \"verb='a'b\"; a backslash before a quote makes it part of the value",
                "verb=a age>1h | expected AND, got \"age>1h\" at character 8 of the filter \"verb=a age>1h\"; AND is written in capitals, and a value with spaces in quotes",
                "verb=a and age>1h | expected AND, got \"and\" at character 8 of the filter \"verb=a and age>1h\"; AND is written in capitals, and a value with spaces in quotes",
                "verb=a OR verb=b | expected AND, got OR at character 8 of the filter \"verb=a OR verb=b\"; OR is not supported: a command for each of the two does the same",
                "(verb=a)      | expected a key, got ( at character 1 of the filter \"(verb=a)\"; restrictions are joined by AND alone, without parentheses",
                "verb=a)       | unexpected ) at character 7 of the filter \"verb=a)\"; a value with it is written in quotes",
                "verb=a AND    | expected a key, got \"\" at character 11 of the filter \"verb=a AND\"; the keys are age, created, ended, verb, target, type, name, state, done, cancel-requested, progress, location, service, user, api-version, older-than",
                "not verb=a    | expected a restriction, got \"not\" at character 1 of the filter \"not verb=a\"; such as verb=create; AND stands between two, NOT before one, in capitals",
                "server=done=false | no key \"server\" at character 1 of the filter \"server=done=false\"; --server-filter takes the service's own filter",
                "older-than=1  | a duration must look like 500ms, 1.5s, 90s, 1h30m, 2d or PT1H30M; got \"1\" at character 12 of the filter \"older-than=1\"",
                "age>-PT1H     | an age cannot be negative; give one such as PT1H (one hour); got PT-1H at character 5 of the filter \"age>-PT1H\"",
                "age=1h        | age takes <, <=, > and >=, such as age>1h; got = at character 5 of the filter \"age=1h\"",
                "verb>a        | verb takes = and !=, such as verb=create*; got > at character 6 of the filter \"verb>a\"",
                "created>today | a time must look like 2026-01-31T15:04:05Z or 2026-01-31 (midnight, UTC); got \"today\" at character 9 of the filter \"created>today\"",
                "progress>101  | progress must be a number of percent from 0 to 100, such as 80; got \"101\" at character 10 of the filter \"progress>101\"",
                "state=done    | state is RUNNING, SUCCEEDED, FAILED, CANCELLED, ENDED or the service's own word, such as PENDING; write done=yes for all that are done; got \"done\" at character 7 of the filter \"state=done\"",
                "cancel-requested=maybe | cancel-requested must be yes or no; got \"maybe\" at character 18 of the filter \"cancel-requested=maybe\"",
            })
    void whatIsNoFilterIsRefusedWithTheWayOut(String text, String message) {
        assertThatThrownBy(() -> OperationFilter.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void nothingIsNoFilterAsItWouldTakeEverything(String text) {
        assertThatThrownBy(() -> OperationFilter.parse(text))
                .hasMessageStartingWith("expected a restriction at character " + (text.length() + 1));
    }

    @Test
    void anEscapedQuoteIsPartOfTheValue() {
        assertThat(OperationFilter.parse("name=\"a\\\"b c\"").describe()).isEqualTo("name is a\"b c");
    }
}
