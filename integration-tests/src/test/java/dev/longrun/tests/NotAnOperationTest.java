// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.error.UnreadableResponseException;
import dev.longrun.operation.Operation;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that comes with HTTP 200 and is not the operation that was asked for says nothing about it. */
class NotAnOperationTest {
    private final Harness harness = Harness.start();
    private final OperationName name = Harness.name("o");

    @AfterEach
    void close() {
        harness.close();
    }

    private void always(ApiMethod method, String body) {
        harness.server.faults().on(method).always(Fault.respondWith(200, Map.of(), body.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'error':{'code':404,'status':'NOT_FOUND'}} | expected an operation with its name; got",
                "{'status':'ok'}                             | expected an operation with its name; got",
                "{}                                          | expected an operation with its name; got",
                "{'operations':{'name':'x'}}                 | expected an operation with its name; got",
                "{'name':7,'done':true}                      | expected an operation with its name; got",
                "{'name':'projects/p/operations/other'}      | got one named projects/p/operations/other",
                "{'name':'projects/p/operations/o','done':'true'}               | whose done is true or false; got",
                "{'name':'projects/p/operations/o','done':true,'error':'boom'}  | whose error has a code; got",
                "{'name':'projects/p/operations/o','done':true,'error':{}}      | whose error has a code; got",
            })
    void isUnreadableForAGet(String body, String why) {
        harness.operation(name).neverEnds();
        always(ApiMethod.GET, body);
        assertThatThrownBy(() -> harness.client.operations().get(name))
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessageStartingWith(Harness.about(ApiMethod.GET, name))
                .hasMessageContaining(why);
    }

    @Test
    void isQuotedWithItsControlCharactersEscaped() {
        always(ApiMethod.GET, "{'name':'a\\u001b[31m\\u202e'}");
        assertThatThrownBy(() -> harness.client.operations().get(name))
                .hasMessageContaining("got one named a\\u001b[31m\\u202e");
    }

    @Test
    void isTheSameOperationUnderItsProjectsNumber() {
        always(ApiMethod.GET, "{'name':'projects/123/locations/us-central1/operations/o','done':true}");
        assertThat(harness.client.operations().get(name).state()).isEqualTo(Operation.State.SUCCEEDED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'error':{'code':1}}",
                "{'done':true}",
                "{'name':'x/operations/o','done':true,'error':{'status':'CANCELLED'}}",
                "{'name':'x/operations/other','done':true,'error':{'code':1}}"
            })
    void leavesTheOutcomeOfACancelUnknown(String body) {
        harness.operation(name).neverEnds();
        always(ApiMethod.GET, body);
        CancelOutcome outcome =
                harness.client.canceller().cancel(name, CancelOptions.defaults().withTimeout(Duration.ofSeconds(30)));
        assertThat(outcome.kind()).isEqualTo(CancelOutcome.Kind.UNKNOWN);
        assertThat(outcome.cause()).containsInstanceOf(UnreadableResponseException.class);
    }

    @Test
    void isNoAnswerToACancelEither() {
        harness.operation(name).cancelsAfter(Duration.ofSeconds(2));
        always(ApiMethod.CANCEL, "{'error':{'code':403,'message':'no'}}");
        CancelOutcome outcome =
                harness.client.canceller().cancel(name, CancelOptions.defaults().withTimeout(Duration.ofSeconds(30)));
        assertThat(outcome.evidence().requestStatus()).isEqualTo(RequestStatus.AMBIGUOUS);
    }
}
