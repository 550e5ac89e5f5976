// SPDX-License-Identifier: Apache-2.0
package dev.longrun.http;

import java.io.IOException;

/** The body of a response was over the limit, as sent or unzipped. The rest was not read. */
public final class ResponseTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    public ResponseTooLargeException(String message) {
        super(message);
    }
}
