// SPDX-License-Identifier: Apache-2.0
package dev.longrun.http;

import java.io.IOException;

/** The answer's body was over the limit, as sent or once unzipped. Reading stopped there. */
public final class ResponseTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    public ResponseTooLargeException(String message) {
        super(message);
    }
}
