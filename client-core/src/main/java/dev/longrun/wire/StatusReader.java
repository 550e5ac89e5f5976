// SPDX-License-Identifier: Apache-2.0
package dev.longrun.wire;

import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.error.StatusDetail;
import dev.longrun.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * Reads errors in the two forms in which Google's APIs send them (AIP-193), leniently: unusual content is kept where
 * possible.
 *
 * <pre>{@code
 * {"code": 7, "message": "no", "details": [...]}                         // in an operation
 * {"error": {"code": 403, "status": "PERMISSION_DENIED", "message": "no"}}  // as a response body
 * }</pre>
 */
public final class StatusReader {

    /**
     * Reads a {@code google.rpc.Status}. Its code is the number, {@link Code#UNKNOWN} when there is none. A number that
     * is no canonical one, such as an HTTP status, is replaced by the {@code status} name if there is one. That name
     * never makes an error {@link Code#CANCELLED}, which says that the work was stopped: this takes the code 1.
     */
    public static Status status(JsonObject json) {
        long number = json.integer("code").orElse(Code.UNKNOWN.number());
        int code = number == (int) number ? (int) number : Code.UNKNOWN.number();
        boolean isCanonical = code >= Code.OK.number() && code <= Code.UNAUTHENTICATED.number();
        return status(json, isCanonical ? code : named(json).orElse(code));
    }

    private static Optional<Integer> named(JsonObject json) {
        return json.string("status")
                .flatMap(Code::ofName)
                .filter(code -> code != Code.CANCELLED)
                .map(Code::number);
    }

    /** As {@link #errorBody(byte[], int)}, where the HTTP status is not known. */
    public static Optional<Status> errorBody(byte[] body) {
        return errorBody(body, 0);
    }

    /**
     * Reads the body of an error response, also when it is wrapped in an array, as streaming methods do.
     *
     * <p>The code is that of the {@code status} name; without one, of the {@code code} in the body, then of the
     * response's HTTP status. The {@code errors} list of older APIs is read as an {@link StatusDetail.ErrorInfo} when
     * there is no other.
     *
     * @return empty when the body is not such an error: HTML, nothing at all, other JSON
     */
    public static Optional<Status> errorBody(byte[] body, int httpStatus) {
        return ErrorBody.object(body)
                .flatMap(json -> json.object("error"))
                .filter(error -> error.has("code") || error.has("status") || error.has("message"))
                .map(error -> status(error, number(error, httpStatus)));
    }

    private static int number(JsonObject error, int httpStatus) {
        return error.string("status")
                .flatMap(Code::ofName)
                .orElseGet(() -> code(error, httpStatus))
                .number();
    }

    private static Status status(JsonObject json, int number) {
        return new Status(number, json.string("message").orElse(""), details(json));
    }

    /** Some front ends put the canonical number where the HTTP status belongs; the ranges do not overlap. */
    private static Code code(JsonObject error, int httpStatus) {
        long code = error.integer("code").orElse(0);
        if (code > 0 && code <= Code.UNAUTHENTICATED.number()) {
            return Code.ofNumber((int) code);
        }
        Code guess = Code.ofHttpStatus(code >= 300 && code < 600 ? (int) code : httpStatus);
        return guess == Code.OK ? Code.UNKNOWN : guess;
    }

    /** Most errors of operations have no details: {@link DetailReader} is not needed for those. */
    private static List<StatusDetail> details(JsonObject json) {
        return json.has("details") || json.has("errors") ? DetailReader.details(json) : List.of();
    }

    private StatusReader() {}
}
