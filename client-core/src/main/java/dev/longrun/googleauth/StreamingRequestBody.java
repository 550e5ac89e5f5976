// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleauth;

import com.google.api.client.http.LowLevelHttpRequest;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** The content of a request of google-http-client. OkHttp never repeats it; google-http-client may. */
final class StreamingRequestBody extends RequestBody {
    private final LowLevelHttpRequest request;

    StreamingRequestBody(LowLevelHttpRequest request) {
        this.request = request;
    }

    @Override
    public @Nullable MediaType contentType() {
        return request.getContentType() == null ? null : MediaType.parse(request.getContentType());
    }

    /** Negative if unknown, in google-http-client and in OkHttp. */
    @Override
    public long contentLength() {
        return request.getContentLength();
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        request.getStreamingContent().writeTo(sink.outputStream());
    }
}
