// SPDX-License-Identifier: Apache-2.0
package dev.longrun.auth;

import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import dev.longrun.http.Origin;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * One request to a token or metadata server. Plain http carries no credential: only requests without a body and without
 * {@code Authorization}, which is what metadata servers get, unless the server is on this machine.
 */
final class TokenRequest extends LowLevelHttpRequest {
    private static final int DEFAULT_TIMEOUT_MILLIS = 20_000;

    private final OkHttpClient client;
    private final String method;
    private final String url;
    private final Request.Builder request = new Request.Builder();
    private boolean authorized;
    private int connectMillis = DEFAULT_TIMEOUT_MILLIS;
    private int readMillis = DEFAULT_TIMEOUT_MILLIS;

    TokenRequest(OkHttpClient client, String method, String url) {
        this.client = client;
        this.method = method;
        this.url = url;
    }

    @Override
    public void addHeader(String name, String value) throws CredentialsException {
        authorized |= name.equalsIgnoreCase("Authorization");
        if (name.equalsIgnoreCase("Accept-Encoding")) {
            return; // OkHttp unzips what it asked for by itself, and only then can the size be bounded.
        }
        try {
            request.addHeader(name, value);
        } catch (IllegalArgumentException e) {
            throw new CredentialsException(
                    "header " + name + " of a token request has a character that cannot be sent", false);
        }
    }

    /** Zero means without end to google-auth; here every request ends. */
    @Override
    public void setTimeout(int connectTimeout, int readTimeout) {
        connectMillis = connectTimeout > 0 ? connectTimeout : DEFAULT_TIMEOUT_MILLIS;
        readMillis = readTimeout > 0 ? readTimeout : DEFAULT_TIMEOUT_MILLIS;
    }

    @Override
    public LowLevelHttpResponse execute() throws IOException {
        @Nullable HttpUrl target = HttpUrl.parse(url);
        if (target == null) {
            throw new CredentialsException(
                    "the credentials name a token server that is no http or https URL; correct them", false);
        }
        @Nullable RequestBody body = body();
        boolean secret = authorized || (body != null && body.contentLength() > 0);
        if (secret && !target.isHttps() && !isLoopback(target)) {
            throw new CredentialsException(
                    "refused to send a credential over plain http to the token server " + target.host()
                            + "; correct its URL in the credentials to https",
                    false);
        }
        Call call = client.newBuilder()
                .connectTimeout(Duration.ofMillis(connectMillis))
                .callTimeout(Duration.ofMillis((long) connectMillis + readMillis))
                .build()
                .newCall(request.url(target).method(method, body).build());
        try (Response response = call.execute()) {
            return TokenResponse.of(response);
        } catch (IOException e) {
            throw networkError(target.host(), e);
        }
    }

    /** The JDK's network exceptions go on as they are, google-auth knows some; OkHttp's plain ones become such. */
    private static IOException networkError(String host, IOException e) {
        if (e instanceof CredentialsException
                || e instanceof SSLException
                || e instanceof UnknownHostException
                || e instanceof SocketException) {
            return e;
        }
        IOException known = e instanceof InterruptedIOException
                ? new SocketTimeoutException(host + ": no complete answer in time")
                : new SocketException(host + ": " + e.getMessage());
        known.initCause(e);
        return known;
    }

    private @Nullable RequestBody body() throws IOException {
        if (getStreamingContent() == null) {
            return method.equals("POST") || method.equals("PUT") || method.equals("PATCH")
                    ? RequestBody.create(new byte[0])
                    : null;
        }
        Buffer bytes = new Buffer();
        getStreamingContent().writeTo(bytes.outputStream());
        if (getContentEncoding() != null) {
            request.header("Content-Encoding", getContentEncoding());
        }
        String type = getContentType();
        return RequestBody.create(bytes.readByteArray(), type == null ? null : MediaType.parse(type));
    }

    private static boolean isLoopback(HttpUrl url) {
        return new Origin(url.scheme(), url.host(), url.port()).isLoopback();
    }
}
