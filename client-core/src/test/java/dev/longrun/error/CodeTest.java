// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {

    @ParameterizedTest
    @CsvSource({
        "OK, 0, 200", "CANCELLED, 1, 499", "UNKNOWN, 2, 500", "INVALID_ARGUMENT, 3, 400",
        "DEADLINE_EXCEEDED, 4, 504", "NOT_FOUND, 5, 404", "ALREADY_EXISTS, 6, 409", "PERMISSION_DENIED, 7, 403",
        "RESOURCE_EXHAUSTED, 8, 429", "FAILED_PRECONDITION, 9, 400", "ABORTED, 10, 409", "OUT_OF_RANGE, 11, 400",
        "UNIMPLEMENTED, 12, 501", "INTERNAL, 13, 500", "UNAVAILABLE, 14, 503", "DATA_LOSS, 15, 500",
        "UNAUTHENTICATED, 16, 401"
    })
    void numbersAndHttpStatusesAreThoseOfCodeProto(Code code, int number, int httpStatus) {
        assertThat(code.number()).isEqualTo(number);
        assertThat(code.httpStatus()).isEqualTo(httpStatus);
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeIsFoundByNumberAndByName(Code code) {
        assertThat(Code.ofNumber(code.number())).isSameAs(code);
        assertThat(Code.ofName(code.name())).contains(code);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 17, 42, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void numberAssignedLaterIsUnknown(int number) {
        assertThat(Code.ofNumber(number)).isSameAs(Code.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cancelled", "Code.OK", "CANCELED"})
    void nameMustBeSpelledExactly(String name) {
        assertThat(Code.ofName(name)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void httpStatusOfACodeLeadsToACodeOfTheSameHttpStatus(Code code) {
        assertThat(Code.ofHttpStatus(code.httpStatus()).httpStatus()).isEqualTo(code.httpStatus());
    }

    @ParameterizedTest
    @CsvSource({
        "200, OK",
        "204, OK",
        "301, UNKNOWN",
        "400, INVALID_ARGUMENT",
        "405, UNIMPLEMENTED",
        "407, UNKNOWN",
        "408, DEADLINE_EXCEEDED",
        "410, UNKNOWN",
        "412, FAILED_PRECONDITION",
        "416, OUT_OF_RANGE",
        "500, INTERNAL",
        "502, UNAVAILABLE",
        "503, UNAVAILABLE",
        "520, UNKNOWN",
        "0, UNKNOWN"
    })
    void httpStatusAloneIsReadCautiously(int httpStatus, Code code) {
        assertThat(Code.ofHttpStatus(httpStatus)).isSameAs(code);
    }

    @Test
    void numbersAreOrdinalsSoThatLookUpIsAnArrayAccess() {
        assertThat(Code.values()).allSatisfy(code -> assertThat(code.number()).isEqualTo(code.ordinal()));
    }
}
