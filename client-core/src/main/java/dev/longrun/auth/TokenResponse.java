// SPDX-License-Identifier: Apache-2.0
package dev.longrun.auth;

import com.google.api.client.http.LowLevelHttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import okhttp3.Headers;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a token server, read and unzipped. It has no {@code Location}: google-http-client would send the credential on
 * to wherever that points.
 */
final class TokenResponse extends LowLevelHttpResponse {
    private static final long LIMIT = 1L << 20;

    private final int status;
    private final String reason;
    private final Headers headers;
    private final byte[] body;

    private TokenResponse(int status, String reason, Headers headers, byte[] body) {
        this.status = status;
        this.reason = reason;
        this.headers = headers;
        this.body = body;
    }

    static TokenResponse of(Response response) throws IOException {
        BufferedSource body = response.body().source();
        if (body.request(LIMIT + 1)) {
            throw new CredentialsException(
                    "the token server's answer is longer than " + LIMIT
                            + " bytes, which no token is; check the URLs in the credentials",
                    false);
        }
        Headers headers = response.headers().newBuilder().removeAll("Location").build();
        return new TokenResponse(response.code(), response.message(), headers, body.readByteArray());
    }

    @Override
    public InputStream getContent() {
        return new ByteArrayInputStream(body);
    }

    @Override
    public @Nullable String getContentEncoding() {
        return null;
    }

    @Override
    public long getContentLength() {
        return body.length;
    }

    @Override
    public @Nullable String getContentType() {
        return headers.get("Content-Type");
    }

    @Override
    public String getStatusLine() {
        return "HTTP/1.1 " + status + " " + reason;
    }

    @Override
    public int getStatusCode() {
        return status;
    }

    @Override
    public String getReasonPhrase() {
        return reason;
    }

    @Override
    public int getHeaderCount() {
        return headers.size();
    }

    @Override
    public String getHeaderName(int index) {
        return headers.name(index);
    }

    @Override
    public String getHeaderValue(int index) {
        return headers.value(index);
    }
}
