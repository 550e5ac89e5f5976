// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleauth;

import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import dev.longrun.auth.CredentialsException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** One request of google-http-client, sent by OkHttp when it is executed. */
final class OkHttpGoogleRequest extends LowLevelHttpRequest {
    /** Methods that are sent with {@code Content-Length: 0} if there is no content. */
    private static final Set<String> HAS_BODY = Set.of("POST", "PUT", "PATCH");

    /** Methods that OkHttp sends without a body. */
    private static final Set<String> HAS_NO_BODY = Set.of("GET", "HEAD");

    private final OkHttpClient client;
    private final String method;
    private final HttpUrl url;
    private final Request.Builder request = new Request.Builder();
    private Duration connectTimeout = Duration.ofSeconds(20);
    private Duration readTimeout = Duration.ofSeconds(20);
    private Duration writeTimeout = Duration.ZERO;

    OkHttpGoogleRequest(OkHttpClient client, String method, HttpUrl url) {
        this.client = client;
        this.method = method;
        this.url = url;
    }

    @Override
    public void addHeader(String name, String value) throws IOException {
        try {
            request.addHeader(name, value);
        } catch (IllegalArgumentException e) {
            throw new IOException("header " + name
                    + " has a character that cannot be sent (the value is not shown: it may be secret)");
        }
    }

    /** Milliseconds; zero means no timeout, in google-http-client and in OkHttp. */
    @Override
    public void setTimeout(int connect, int read) {
        connectTimeout = Duration.ofMillis(connect);
        readTimeout = Duration.ofMillis(read);
    }

    @Override
    public void setWriteTimeout(int write) {
        writeTimeout = Duration.ofMillis(write);
    }

    @Override
    public LowLevelHttpResponse execute() throws IOException {
        Call call = client.newBuilder()
                .connectTimeout(connectTimeout)
                .readTimeout(readTimeout)
                .writeTimeout(writeTimeout)
                .build()
                .newCall(request.url(url).method(method, body()).build());
        try {
            return new OkHttpGoogleResponse(call.execute());
        } catch (IOException e) {
            throw networkError(url.host(), e);
        } catch (Exception e) {
            throw interruptedOr(url.host(), e);
        }
    }

    /** Content of length 0 is as none: gax gives each GET such content. */
    private @Nullable RequestBody body() {
        boolean isEmpty = getStreamingContent() == null || getContentLength() == 0;
        if (HAS_NO_BODY.contains(method) && !isEmpty) {
            throw new IllegalArgumentException(method + " " + url.host() + ": a " + method
                    + " request has no content; got some of type " + getContentType());
        }
        if (getStreamingContent() == null || HAS_NO_BODY.contains(method)) {
            return HAS_BODY.contains(method) ? RequestBody.create(new byte[0]) : null;
        }
        if (getContentEncoding() != null) {
            request.header("Content-Encoding", getContentEncoding());
        }
        return new StreamingRequestBody(this);
    }

    /** Keeps the JDK's network exceptions, some of which google-auth handles; turns OkHttp's own into such. */
    private static IOException networkError(String host, IOException e) {
        if (e instanceof CredentialsException
                || e instanceof SSLException
                || e instanceof UnknownHostException
                || e instanceof SocketException) {
            return e;
        }
        IOException known = e instanceof InterruptedIOException
                ? new SocketTimeoutException(host + ": no complete response in time")
                : new SocketException(host + ": " + e.getMessage());
        known.initCause(e);
        return known;
    }

    /** OkHttp throws {@link InterruptedException} undeclared if the thread is interrupted while it connects. */
    private static IOException interruptedOr(String host, Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return new InterruptedIOException(host + ": the thread was interrupted while connecting");
        }
        if (e instanceof RuntimeException unexpected) {
            throw unexpected;
        }
        return new IOException(host + ": " + e, e);
    }
}
