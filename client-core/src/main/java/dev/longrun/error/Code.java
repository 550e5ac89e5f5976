// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

import java.util.Arrays;
import java.util.Optional;

/**
 * The canonical error codes and their HTTP statuses ({@code google/rpc/code.proto}).
 *
 * <p>An operation contains the number; an error response the name and the HTTP status. Several codes share an HTTP
 * status, so {@link #ofHttpStatus} is a fallback for responses without a name.
 */
public enum Code {
    OK(0, 200),
    CANCELLED(1, 499),
    UNKNOWN(2, 500),
    INVALID_ARGUMENT(3, 400),
    DEADLINE_EXCEEDED(4, 504),
    NOT_FOUND(5, 404),
    ALREADY_EXISTS(6, 409),
    PERMISSION_DENIED(7, 403),
    RESOURCE_EXHAUSTED(8, 429),
    FAILED_PRECONDITION(9, 400),
    ABORTED(10, 409),
    OUT_OF_RANGE(11, 400),
    UNIMPLEMENTED(12, 501),
    INTERNAL(13, 500),
    UNAVAILABLE(14, 503),
    DATA_LOSS(15, 500),
    UNAUTHENTICATED(16, 401);

    private static final Code[] BY_NUMBER = values();

    private final int number;
    private final int httpStatus;

    Code(int number, int httpStatus) {
        this.number = number;
        this.httpStatus = httpStatus;
    }

    /** The number in {@code google.rpc.Status.code}; equal to the ordinal. */
    public int number() {
        return number;
    }

    public int httpStatus() {
        return httpStatus;
    }

    /** The code of that number; {@link #UNKNOWN} for a number that this release does not know. */
    public static Code ofNumber(int number) {
        return number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : UNKNOWN;
    }

    /** The code with exactly this name, as in the {@code status} of an error body; empty for any other text. */
    public static Optional<Code> ofName(String name) {
        return Arrays.stream(BY_NUMBER).filter(code -> code.name().equals(name)).findFirst();
    }

    /**
     * The most likely code for an HTTP status without a readable error body.
     *
     * <p>A proxy's 502 counts as {@link #UNAVAILABLE} and a 405 as {@link #UNIMPLEMENTED}. A status with no canonical
     * meaning, redirects included, is {@link #UNKNOWN}.
     */
    public static Code ofHttpStatus(int httpStatus) {
        return switch (httpStatus) {
            case 400 -> INVALID_ARGUMENT;
            case 401 -> UNAUTHENTICATED;
            case 403 -> PERMISSION_DENIED;
            case 404 -> NOT_FOUND;
            case 405, 501 -> UNIMPLEMENTED;
            case 408, 504 -> DEADLINE_EXCEEDED;
            case 409 -> ABORTED;
            case 412 -> FAILED_PRECONDITION;
            case 416 -> OUT_OF_RANGE;
            case 429 -> RESOURCE_EXHAUSTED;
            case 499 -> CANCELLED;
            case 500 -> INTERNAL;
            case 502, 503 -> UNAVAILABLE;
            default -> httpStatus >= 200 && httpStatus < 300 ? OK : UNKNOWN;
        };
    }
}
