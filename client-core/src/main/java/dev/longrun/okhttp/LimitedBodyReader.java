// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import dev.longrun.http.ResponseTooLargeException;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/** Reads a body of at most 16 MiB. */
final class LimitedBodyReader {
    static final long LIMIT = 16L << 20;

    private static final long CHUNK = 64L << 10;

    private LimitedBodyReader() {}

    static byte[] read(Response response, Call call) throws IOException {
        // Unknown for a zipped body, as OkHttp removes its length.
        if (response.body().contentLength() > LIMIT) {
            throw OversizedBody.abort(response, call);
        }
        Buffer read = new Buffer();
        BufferedSource body = response.body().source();
        while (body.read(read, CHUNK) != -1) {
            if (read.size() > LIMIT) {
                throw OversizedBody.abort(response, call);
            }
        }
        return read.readByteArray();
    }

    /** Apart from the reader, so that the type of the exception is loaded only for such a response. */
    private static final class OversizedBody {
        private OversizedBody() {}

        /** Cancels the call, because closing the body would read on for a while to reuse the connection. */
        private static IOException abort(Response response, Call call) {
            call.cancel();
            return new ResponseTooLargeException(
                    response.request().method() + " " + response.request().url() + ": HTTP "
                            + response.code() + " came with a body of more than " + LIMIT
                            + " bytes (unzipped); no Operation is that large, "
                            + "so this is probably not a Google API, or a list that needs a smaller page size");
        }
    }
}
