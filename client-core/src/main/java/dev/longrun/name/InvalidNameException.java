// SPDX-License-Identifier: Apache-2.0
package dev.longrun.name;

/** A text that is no valid name, URL or path template. The message says what is wrong and quotes the text. */
public final class InvalidNameException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public InvalidNameException(String message) {
        super(message);
    }

    public InvalidNameException(String message, Throwable cause) {
        super(message, cause);
    }
}
