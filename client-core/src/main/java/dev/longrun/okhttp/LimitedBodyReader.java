// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import dev.longrun.http.ResponseTooLargeException;
import java.io.IOException;
import java.util.Arrays;
import okhttp3.Call;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/** Reads a body of at most 16 MiB. A large one waits for a permit of {@link LargeBodies}. */
final class LimitedBodyReader {
    static final long LIMIT = 16L << 20;

    private static final long CHUNK = 64L << 10;

    private LimitedBodyReader() {}

    static byte[] read(Response response, Call call, LargeBodies large) throws IOException {
        // Unknown for a zipped body, as OkHttp removes its length.
        long announced = response.body().contentLength();
        if (announced > LIMIT) {
            throw OversizedBody.abort(response, call);
        } else if (announced > large.small()) {
            large.enter(call);
            try {
                return read(response, call, new byte[(int) announced]);
            } finally {
                large.leave();
            }
        }
        Buffer read = new Buffer();
        BufferedSource body = response.body().source();
        while (read.size() <= large.small()) {
            if (body.read(read, CHUNK) == -1) {
                return read.readByteArray();
            }
        }
        large.enter(call);
        try {
            return rest(response, call, read);
        } finally {
            large.leave();
        }
    }

    /** Without a copy. The body may have another length than was announced, as that of a 304 has. */
    private static byte[] read(Response response, Call call, byte[] bytes) throws IOException {
        BufferedSource body = response.body().source();
        int size = 0;
        while (size < bytes.length) {
            int count = body.read(bytes, size, bytes.length - size);
            if (count == -1) {
                return Arrays.copyOf(bytes, size);
            }
            size += count;
        }
        return body.exhausted() ? bytes : rest(response, call, new Buffer().write(bytes));
    }

    private static byte[] rest(Response response, Call call, Buffer read) throws IOException {
        BufferedSource body = response.body().source();
        while (read.size() <= LIMIT) {
            if (body.read(read, CHUNK) == -1) {
                return read.readByteArray();
            }
        }
        throw OversizedBody.abort(response, call);
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
