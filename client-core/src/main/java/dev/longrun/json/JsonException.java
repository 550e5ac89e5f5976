// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

/** A text that is not the JSON that was expected. The message says where and quotes the first line. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JsonException(String message) {
        super(message);
    }

    public JsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
