// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleapiclient;

import com.google.api.client.http.LowLevelHttpResponse;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A response with a status and nothing else. */
final class EmptyLowLevelResponse extends LowLevelHttpResponse {
    private final int status;

    EmptyLowLevelResponse(int status) {
        this.status = status;
    }

    @Override
    public int getStatusCode() {
        return status;
    }

    @Override
    public String getStatusLine() {
        return "HTTP/1.1 " + status;
    }

    @Override
    public String getReasonPhrase() {
        return "";
    }

    @Override
    public InputStream getContent() {
        return InputStream.nullInputStream();
    }

    @Override
    public long getContentLength() {
        return 0;
    }

    @Override
    public @Nullable String getContentEncoding() {
        return null;
    }

    @Override
    public @Nullable String getContentType() {
        return null;
    }

    @Override
    public int getHeaderCount() {
        return 0;
    }

    @Override
    public String getHeaderName(int index) {
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public String getHeaderValue(int index) {
        throw new IndexOutOfBoundsException(index);
    }
}
