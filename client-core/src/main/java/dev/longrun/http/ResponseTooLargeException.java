// SPDX-License-Identifier: Apache-2.0
package dev.longrun.http;

import java.io.IOException;
import okhttp3.Call;
import okhttp3.Response;

/** The body of a response was over the limit, as sent or unzipped. The rest was not read. */
public final class ResponseTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Cancels the call, because closing the body would read on for a while to reuse the connection. */
    static IOException abort(Response response, Call call, long limit) {
        call.cancel();
        return new ResponseTooLargeException(
                response.request().method() + " " + response.request().url() + ": HTTP "
                        + response.code() + " came with a body of more than " + limit
                        + " bytes (unzipped); no Operation is that large, "
                        + "so this is probably not a Google API, or a list that needs a smaller page size");
    }

    public ResponseTooLargeException(String message) {
        super(message);
    }
}
