// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

import static java.util.Objects.requireNonNull;

import dev.longrun.text.SafeText;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * An error as a server reports it ({@code google/rpc/status.proto}): a number, a text for developers, typed details.
 *
 * <p>The number is kept as received, also if this release does not know it; {@link #code()} reads it as
 * {@link Code#UNKNOWN}.
 *
 * @param number a {@code google.rpc.Code} number, never an HTTP status
 * @param message in English; empty if the server sent none
 * @param details in the order they were sent; a kind may occur more than once
 */
public record Status(int number, String message, List<StatusDetail> details) implements Serializable {

    public Status {
        requireNonNull(message, "message");
        details = List.copyOf(details);
    }

    public static Status of(Code code, String message) {
        return new Status(code.number(), message, List.of());
    }

    public Code code() {
        return Code.ofNumber(number);
    }

    /** The first detail of that kind: {@code status.detail(ErrorInfo.class)}. */
    public <T extends StatusDetail> Optional<T> detail(Class<T> kind) {
        return details.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /**
     * One line for people: {@code PERMISSION_DENIED (7): message}, without the colon when there is no message. Control
     * and direction characters are escaped, and what may be a credential is hidden.
     */
    public String describe() {
        String head = code() + " (" + number + ")";
        return message.isEmpty() ? head : head + ": " + SafeText.of(message);
    }

    /** On one line, escaped and redacted as {@link #describe} is. */
    @Override
    public String toString() {
        return SafeText.of("Status[number=" + number + ", message=" + message + ", details=" + details + "]");
    }
}
