// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.error.Code;
import dev.longrun.json.Any;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation.Cancelled;
import dev.longrun.operation.Operation.Failed;
import dev.longrun.operation.Operation.Running;
import dev.longrun.operation.Operation.Succeeded;
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
    class Runs {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"done\":false}",
                    "{\"done\":null}",
                    "{\"done\":\"true\"}",
                    "{\"done\":false,\"error\":{\"code\":13}}",
                    "{\"response\":{\"@type\":\"x/y\"}}"
                })
        void whileDoneIsNotSaid(String json) {
            assertThat(read(json)).isInstanceOf(Running.class);
            assertThat(read(json).done()).isFalse();
        }
    }

    @Nested
    class Succeeds {

        @Test
        void withAResponse() {
            Operation operation = read("{\"done\":true,\"response\":{\"@type\":\"type.googleapis.com/a.B\",\"c\":1}}");
            assertThat(operation)
                    .isInstanceOfSatisfying(
                            Succeeded.class,
                            succeeded -> assertThat(succeeded.response()).hasValueSatisfying(any -> {
                                assertThat(any.typeName()).isEqualTo("a.B");
                                assertThat(any.value().integer("c")).hasValue(1);
                            }));
            assertThat(operation.done()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"done\":true}",
                    "{\"done\":true,\"error\":null}",
                    "{\"done\":true,\"error\":{\"code\":0}}",
                    "{\"done\":true,\"error\":\"none\"}"
                })
        void withNeitherResponseNorError(String json) {
            assertThat(read(json))
                    .isInstanceOfSatisfying(
                            Succeeded.class,
                            succeeded -> assertThat(succeeded.response()).isEmpty());
        }

        @Test
        void withAResponseOfAnUnknownOrMissingType() {
            assertThat(read("{\"done\":true,\"response\":{\"c\":1}}"))
                    .isInstanceOfSatisfying(
                            Succeeded.class,
                            succeeded -> assertThat(succeeded.response())
                                    .map(Any::typeUrl)
                                    .contains(""));
        }
    }

    @Nested
    class Fails {

        @ParameterizedTest
        @CsvSource({"13, INTERNAL", "8, RESOURCE_EXHAUSTED", "16, UNAUTHENTICATED", "77, UNKNOWN", "-1, UNKNOWN"})
        void withAnyCodeButOne(int number, Code code) {
            assertThat(read("{\"done\":true,\"error\":{\"code\":" + number + ",\"message\":\"m\"}}"))
                    .isInstanceOfSatisfying(Failed.class, failed -> {
                        assertThat(failed.status().number()).isEqualTo(number);
                        assertThat(failed.status().code()).isEqualTo(code);
                        assertThat(failed.status().message()).isEqualTo("m");
                    });
        }

        @Test
        void thoughThereIsAResponseToo() {
            assertThat(read("{\"done\":true,\"response\":{},\"error\":{\"code\":13}}"))
                    .isInstanceOf(Failed.class);
        }

        @Test
        void whereTheErrorHasNoCode() {
            assertThat(read("{\"done\":true,\"error\":{\"message\":\"m\"}}")).isInstanceOf(Failed.class);
        }
    }

    @Test
    void isCancelledByCodeOneAlone() {
        assertThat(Fixtures.operation("dataplex-cancelled")).isInstanceOfSatisfying(Cancelled.class, cancelled -> {
            assertThat(cancelled.status().code()).isEqualTo(Code.CANCELLED);
            assertThat(cancelled.status().message()).isEqualTo("The operation was cancelled.");
        });
        assertThat(read("{\"done\":true,\"error\":{\"code\":13,\"message\":\"cancelled\"}}"))
                .isInstanceOf(Failed.class);
    }

    @Test
    void keepsWhatNobodyKnows() {
        Operation operation = Fixtures.operation("nobody-knows");
        assertThat(operation.json().bool("someday")).contains(true);
        assertThat(operation.metadata()).hasValueSatisfying(metadata -> {
            assertThat(metadata.typeUrl()).isEmpty();
            assertThat(metadata.value().raw("whatIsThis")).contains("{\"deep\": [1, 2, {\"x\": null}]}");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'{}',                                     running",
        "'{\"done\":true}',                        succeeded",
        "'{\"done\":true,\"error\":{\"code\":2}}', failed",
        "'{\"done\":true,\"error\":{\"code\":1}}', cancelled",
    })
    void foldsIntoOneOfFour(String json, String expected) {
        assertThat(read(json)
                        .<String>fold(
                                running -> "running",
                                succeeded -> "succeeded",
                                failed -> "failed",
                                cancelled -> "cancelled"))
                .isEqualTo(expected);
    }
}
