// SPDX-License-Identifier: Apache-2.0
package dev.longrun.http;

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
            throw ResponseTooLargeException.abort(response, call, LIMIT);
        }
        Buffer read = new Buffer();
        BufferedSource body = response.body().source();
        while (body.read(read, CHUNK) != -1) {
            if (read.size() > LIMIT) {
                throw ResponseTooLargeException.abort(response, call, LIMIT);
            }
        }
        return read.readByteArray();
    }
}
