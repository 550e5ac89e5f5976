// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.error.Code;
import dev.longrun.json.Any;
import dev.longrun.json.JsonException;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation.State;
import dev.longrun.service.OperationName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationTest {

    private static Operation read(String json) {
        return Fixtures.operation(JsonObject.parse(json));
    }

    @Nested
    class AsTheResponseToARequest {
        private static final OperationName ASKED = Fixtures.name("projects/p/locations/l/operations/o");

        private Operation response(String json) {
            return Operation.readResponse(ASKED, JsonObject.parse(json));
        }

        @ParameterizedTest
        @ValueSource(strings = {"projects/p/locations/l/operations/o", "projects/7/locations/l/operations/o", "o"})
        void hasTheIdThatWasAskedFor(String name) {
            Operation read = response("{\"name\":\"" + name + "\",\"done\":true}");
            assertThat(read.name()).isEqualTo(ASKED);
            assertThat(read.state()).isEqualTo(State.SUCCEEDED);
        }

        @Test
        void isRefusedIfItHasAnotherId() {
            assertThatThrownBy(() -> response("{\"name\":\"projects/p/locations/l/operations/oo\"}"))
                    .isInstanceOf(JsonException.class)
                    .hasMessage("expected operation projects/p/locations/l/operations/o; got one named"
                            + " projects/p/locations/l/operations/oo");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{\"name\":\"\"}", "{\"name\":5}", "{\"done\":true}"})
        void isRefusedIfItHasNoName(String json) {
            assertThatThrownBy(() -> response(json))
                    .isInstanceOf(JsonException.class)
                    .hasMessage("expected an operation with its name; got " + json);
        }
    }

    /** A done or an error that cannot be understood must not look like a result. */
    @Nested
    class IsNotKnown {

        @ParameterizedTest
        @ValueSource(strings = {"\"true\"", "1", "[]", "{}", "\"\""})
        void whenDoneIsNoBoolean(String done) {
            assertThatThrownBy(() -> read("{\"done\":" + done + "}"))
                    .isInstanceOf(JsonException.class)
                    .hasMessage("expected an operation whose done is true or false; got " + done);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"none\"", "true", "[]", "{}", "{\"code\":\"x\"}", "{\"status\":\"CANCELLED\"}", "13"})
        void whenTheErrorIsNoStatus(String error) {
            assertThatThrownBy(() -> read("{\"done\":true,\"error\":" + error + ",\"response\":{}}"))
                    .isInstanceOf(JsonException.class)
                    .hasMessage("expected an operation whose error has a code; got " + error);
        }
    }

    @Nested
    class Runs {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"done\":false}",
                    "{\"done\":null}",
                    "{\"done\":false,\"error\":{\"code\":13}}",
                    "{\"response\":{\"@type\":\"x/y\"}}"
                })
        void whileDoneIsNotSaid(String json) {
            assertThat(read(json)).extracting(Operation::state).isEqualTo(State.RUNNING);
            assertThat(read(json).done()).isFalse();
        }
    }

    @Nested
    class Succeeds {

        @Test
        void withAResponse() {
            Operation operation = read("{\"done\":true,\"response\":{\"@type\":\"type.googleapis.com/a.B\",\"c\":1}}");
            assertThat(operation.response()).hasValueSatisfying(any -> {
                assertThat(any.typeName()).isEqualTo("a.B");
                assertThat(any.value().integer("c")).hasValue(1);
            });
            assertThat(operation.state()).isEqualTo(State.SUCCEEDED);
            assertThat(operation.done()).isTrue();
            assertThat(operation.status()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"{\"done\":true}", "{\"done\":true,\"error\":null}", "{\"done\":true,\"error\":{\"code\":0}}"
                })
        void withNeitherResponseNorError(String json) {
            assertThat(read(json).state()).isEqualTo(State.SUCCEEDED);
            assertThat(read(json).response()).isEmpty();
        }

        @Test
        void withAResponseOfAnUnknownOrMissingType() {
            assertThat(read("{\"done\":true,\"response\":{\"c\":1}}").response())
                    .map(Any::typeUrl)
                    .contains("");
        }
    }

    @Nested
    class Fails {

        @ParameterizedTest
        @CsvSource({"13, INTERNAL", "8, RESOURCE_EXHAUSTED", "16, UNAUTHENTICATED", "77, UNKNOWN", "-1, UNKNOWN"})
        void withAnyCodeButOne(int number, Code code) {
            Operation failed = read("{\"done\":true,\"error\":{\"code\":" + number + ",\"message\":\"m\"}}");
            assertThat(failed.state()).isEqualTo(State.FAILED);
            assertThat(failed.status()).hasValueSatisfying(status -> {
                assertThat(status.number()).isEqualTo(number);
                assertThat(status.code()).isEqualTo(code);
                assertThat(status.message()).isEqualTo("m");
            });
        }

        @Test
        void thoughThereIsAResponseToo() {
            assertThat(read("{\"done\":true,\"response\":{},\"error\":{\"code\":13}}"))
                    .extracting(Operation::state)
                    .isEqualTo(State.FAILED);
        }

        @Test
        void whereTheErrorHasNoCode() {
            assertThat(read("{\"done\":true,\"error\":{\"message\":\"m\"}}"))
                    .extracting(Operation::state)
                    .isEqualTo(State.FAILED);
        }
    }

    @Test
    void isCancelledByCodeOneAlone() {
        Operation cancelled = Fixtures.operation("dataplex-cancelled");
        assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
        assertThat(cancelled.status()).hasValueSatisfying(status -> {
            assertThat(status.code()).isEqualTo(Code.CANCELLED);
            assertThat(status.message()).isEqualTo("The operation was cancelled.");
        });
        assertThat(read("{\"done\":true,\"error\":{\"code\":13,\"message\":\"cancelled\"}}"))
                .extracting(Operation::state)
                .isEqualTo(State.FAILED);
    }

    @Test
    void keepsUnknownFields() {
        Operation operation = Fixtures.operation("unknown-fields");
        assertThat(operation.json().bool("someday")).contains(true);
        assertThat(operation.metadata()).hasValueSatisfying(metadata -> {
            assertThat(metadata.typeUrl()).isEmpty();
            assertThat(metadata.value().raw("whatIsThis")).contains("{\"deep\": [1, 2, {\"x\": null}]}");
        });
    }

    @Test
    void hasAResponseOnlyIfItSucceeded() {
        assertThat(read("{\"response\":{\"c\":1}}").response()).isEmpty();
        assertThat(read("{\"done\":true,\"error\":{\"code\":13},\"response\":{\"c\":1}}")
                        .response())
                .isEmpty();
    }

    @Test
    void canHaveAnotherNameAndIsTheSameOtherwise() {
        Operation read = read("{\"done\":true,\"error\":{\"code\":1,\"message\":\"stopped\"}}");
        OperationName name = Fixtures.name("projects/7/locations/l/operations/o");

        assertThat(read.withName(name)).isEqualTo(Operation.read(name, read.json()));
        assertThat(read.withName(name).state()).isEqualTo(State.CANCELLED);
        assertThat(read.withName(name).status()).isEqualTo(read.status());
    }

    @Test
    void isEqualToASnapshotOfTheSameOperationWithTheSameJson() {
        assertThat(read("{\"done\":true}"))
                .isEqualTo(read("{\"done\":true}"))
                .hasSameHashCodeAs(read("{\"done\":true}"));
        assertThat(read("{\"done\":true}")).isNotEqualTo(read("{}")).isNotEqualTo(null);
        assertThat(read("{}").toString()).endsWith(": RUNNING");
    }
}
