// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.error.UnreadableResponseException;
import dev.longrun.json.Any;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import dev.longrun.operation.Operations;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceTable;
import dev.longrun.testkit.Fault;
import dev.longrun.testkit.Metadata;
import dev.longrun.testkit.ServedRequest;
import dev.longrun.testkit.TerminalState;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The RPCs on one operation over a real socket: what they send, what they make of the answers. */
class OperationsTest {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final Harness harness = Harness.start();
    private final Operations operations = harness.client.operations();
    private final OperationName name = Harness.name("o");

    @AfterEach
    void close() {
        harness.close();
    }

    private ServedRequest onlyRequest() {
        return harness.server.requests().get(0);
    }

    private String answered() {
        return harness.server.url() + " answered ";
    }

    @Nested
    class Get {

        @Test
        void readsAnOperationThatRuns() {
            harness.operation(name).neverEnds();
            Operation operation = operations.get(name);
            assertThat(operation.state()).isEqualTo(Operation.State.RUNNING);
            assertThat(operation.name()).isEqualTo(name);
            assertThat(operation.info().verb()).contains("update");
            assertThat(onlyRequest().line()).isEqualTo("GET /v1/" + name);
        }

        @Test
        void readsAnOperationThatIsDone() {
            harness.operation(name).alreadyDone().response("{\"@type\":\"type.googleapis.com/a.B\",\"c\":1}");
            assertThat(operations.get(name).response()).map(Any::typeName).contains("a.B");
        }

        @Test
        void readsHowAnOperationFailed() {
            harness.operation(name)
                    .byItself(Duration.ZERO, TerminalState.FAILED)
                    .error(8, "Out of capacity.");
            Operation operation = operations.get(name);
            assertThat(operation.state()).isEqualTo(Operation.State.FAILED);
            assertThat(operation.status()).map(Status::describe).contains("RESOURCE_EXHAUSTED (8): Out of capacity.");
        }

        @Test
        void readsACodeThatDoesNotExistYet() {
            harness.operation(name)
                    .byItself(Duration.ZERO, TerminalState.FAILED)
                    .error(77, "Brand new.");
            assertThat(operations.get(name).status()).hasValueSatisfying(status -> {
                assertThat(status.number()).isEqualTo(77);
                assertThat(status.code()).isEqualTo(Code.UNKNOWN);
            });
        }

        @Test
        void readsMetadataOfAnUnknownType() {
            harness.operation(name).neverEnds();
            harness.server.faults().on(ApiMethod.GET).once(Fault.unknownType());
            assertThat(operations.get(name).metadata()).map(Any::typeName).contains("example.v9.Unheard");
        }

        @Test
        void readsMetadataWithoutAType() {
            harness.operation(name).neverEnds().metadata(Metadata.of("{\"a\":[1,{}]}"));
            assertThat(operations.get(name).metadata())
                    .hasValueSatisfying(any -> assertThat(any.value().raw()).isEqualTo("{\"a\":[1,{}]}"));
        }

        @Test
        void ofWhatIsNotThereSaysWhatToCheck() {
            assertThatThrownBy(() -> operations.get(name))
                    .isInstanceOfSatisfying(ApiException.class, api -> {
                        assertThat(api.httpStatus()).isEqualTo(404);
                        assertThat(api.hasApiErrorBody()).isTrue();
                        assertThat(api.errorInfo())
                                .hasValueSatisfying(
                                        info -> assertThat(info.reason()).isEqualTo("RESOURCE_NOT_FOUND"));
                    })
                    .hasMessage(Harness.about(ApiMethod.GET, name) + answered() + "NOT_FOUND (5): Resource '" + name
                            + "' was not found [RESOURCE_NOT_FOUND]. Check the project, the location and the id;"
                            + " finished operations are deleted after a while");
        }

        @Test
        void sendsANameWithOddCharactersAsItIs() {
            OperationName odd = Harness.name("a b%2Fü:cancel");
            harness.operation(odd).neverEnds();
            assertThat(operations.get(odd).name()).isEqualTo(odd);
            assertThat(onlyRequest().path()).endsWith("/operations/a%20b%252F%C3%BC%3Acancel");
            assertThat(onlyRequest().name()).isEqualTo(odd.value());
        }
    }

    @Nested
    class Cancel {

        @Test
        void sendsAnEmptyBody() {
            harness.operation(name).neverEnds();
            operations.cancel(name);
            assertThat(onlyRequest().line()).isEqualTo("POST /v1/" + name + ":cancel");
            assertThat(onlyRequest().body()).isEmpty();
            assertThat(onlyRequest().headers())
                    .containsEntry("Content-Length", "0")
                    .doesNotContainKey("Content-Type");
            assertThat(harness.server.operationRecord(name.value()).cancelRequests())
                    .isEqualTo(1);
        }

        @Test
        void saysNothingOfWhatBecameOfIt() {
            harness.operation(name).completesAnywayAfter(Duration.ZERO);
            operations.cancel(name);
            assertThat(operations.get(name).state()).isEqualTo(Operation.State.SUCCEEDED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "", "null", " null\n", "{\"any\":\"thing\"}"})
        void isTakenByAnyEmptyOrJsonAnswer(String body) {
            harness.server.faults().on(ApiMethod.CANCEL).once(Fault.respondWith(200, JSON, body));
            operations.cancel(name);
            assertThat(harness.requests(ApiMethod.CANCEL)).isEqualTo(1);
        }

        @Test
        void isNotTakenByAPageOfHtml() {
            harness.server.faults().on(ApiMethod.CANCEL).once(Fault.respondWith(200, Map.of(), "<html>\nWelcome"));
            assertThatThrownBy(() -> operations.cancel(name))
                    .isInstanceOf(UnreadableResponseException.class)
                    .hasMessageStartingWith(Harness.about(ApiMethod.CANCEL, name) + answered()
                            + "HTTP 200 with a body that is not the expected JSON: ")
                    .hasMessageContaining("<html>");
        }

        @Test
        void thatIsRefusedKeepsTheReason() {
            harness.operation(name).rejectsCancel();
            assertThatThrownBy(() -> operations.cancel(name))
                    .isInstanceOf(ApiException.class)
                    .hasMessage(Harness.about(ApiMethod.CANCEL, name) + answered()
                            + "FAILED_PRECONDITION (9): Operation '" + name
                            + "' does not support cancellation [OPERATION_NOT_CANCELLABLE]");
        }

        @Test
        void ofAPathThatTheFrontEndDoesNotKnowDoubtsThePath() {
            harness.operation(name).cancelReturnsHtml404();
            assertThatThrownBy(() -> operations.cancel(name))
                    .isInstanceOfSatisfying(
                            ApiException.class,
                            api -> assertThat(api.hasApiErrorBody()).isFalse())
                    .hasMessageContaining(
                            "NOT_FOUND (5): HTTP 404: <!DOCTYPE html>. No API answered, so there is no such"
                                    + " path: check the host, and that the service has cancel for such names");
        }
    }

    @Nested
    class Delete {

        @Test
        void makesTheServerForget() {
            harness.operation(name).neverEnds();
            operations.delete(name);
            assertThat(onlyRequest().line()).isEqualTo("DELETE /v1/" + name);
            assertThatThrownBy(() -> operations.get(name)).isInstanceOf(ApiException.class);
        }

        @Test
        void ofWhatIsNotThereIsRefused() {
            assertThatThrownBy(() -> operations.delete(name))
                    .isInstanceOf(ApiException.class)
                    .hasMessageStartingWith(Harness.about(ApiMethod.DELETE, name) + answered() + "NOT_FOUND (5)");
        }

        @Test
        void thatIsRepeatedSaysThatTheLostOneMayHaveWorked() {
            harness.operation(name).neverEnds();
            harness.server.faults().on(ApiMethod.DELETE).once(Fault.lostResponse());
            assertThatThrownBy(() -> operations.delete(name))
                    .hasMessageContaining("NOT_FOUND (5)")
                    .hasMessageContaining("(after 2 attempts, of which an earlier one may have been carried out)")
                    .asInstanceOf(type(ApiException.class))
                    .returns(true, ApiException::earlierAttemptAmbiguous);
        }

        @Test
        void isTakenByAnAnswerWithoutABody() {
            harness.operation(name).neverEnds();
            harness.server.faults().on(ApiMethod.DELETE).once(Fault.noContent());
            operations.delete(name);
            assertThat(harness.requests(ApiMethod.DELETE)).isEqualTo(1);
        }
    }

    @Test
    void aNameOfAnotherServiceGoesToAnotherPathOverTheSameClient() {
        ServiceDefinition other = ServiceTable.parse("other", """
                        service  other.googleapis.com
                        versions v2
                        names
                          operations/*  get
                        rules
                          list GET /v2/{name=operations}
                        """).definition("other.googleapis.com", "v2");
        try (Harness both = Harness.serving(Harness.FILE, other)) {
            both.client.operations().get(OperationName.of(other, "operations/done-x"));
            both.client.operations().get(Harness.name("done-x"));
            both.client.operations().list(ListRequest.of(OperationParent.none(other)));
            assertThat(both.server.requests())
                    .extracting(ServedRequest::path)
                    .containsExactly(
                            "/v2/operations/done-x", "/v1/" + Harness.PARENT + "/operations/done-x", "/v2/operations");
        }
    }
}
