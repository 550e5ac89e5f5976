// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import dev.longrun.http.HttpRequest;
import dev.longrun.http.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Maps requests to OkHttp's, and checks that each goes out unchanged. Thread-safe. */
final class OkHttpRequestMapper {
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    /** Parsed once per origin, as a host costs more to check than the rest of a URL. */
    private final Map<Origin, HttpUrl> roots = new ConcurrentHashMap<>();

    Request of(HttpRequest request) {
        Request.Builder wire = new Request.Builder()
                .url(url(request))
                .method(request.method().name(), request.method().hasBody() ? new OneShotBody(request.body()) : null);
        request.headers().forEach(wire::header);
        return wire.build();
    }

    /** OkHttp resolves dot segments, re-encodes and normalises, so the result is compared with the request. */
    private HttpUrl url(HttpRequest request) {
        HttpUrl root = root(request);
        HttpUrl url = root.newBuilder()
                .encodedPath(request.path())
                .encodedQuery(request.query().isEmpty() ? null : request.query())
                .build();
        if (!url.host().equals(request.origin().host()) || !isAsAsked(url.toString(), root.toString(), request)) {
            throw new IllegalArgumentException("HTTP request: the URL would go out as " + url + ", not as "
                    + request.url() + "; it must have no '.' or '..' segment and be percent-encoded");
        }
        return url;
    }

    /** @param root ends with the slash that the path begins with */
    private static boolean isAsAsked(String url, String root, HttpRequest request) {
        int path = root.length() - 1;
        int end = path + request.path().length();
        boolean samePath = url.startsWith(root) && url.startsWith(request.path(), path);
        return samePath
                && (request.query().isEmpty()
                        ? url.length() == end
                        : url.substring(end).equals('?' + request.query()));
    }

    private HttpUrl root(HttpRequest request) {
        try {
            return roots.computeIfAbsent(request.origin(), OkHttpRequestMapper::root);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "HTTP request: not a URL: " + request.url() + " (" + e.getMessage() + ")", e);
        }
    }

    private static HttpUrl root(Origin origin) {
        return new HttpUrl.Builder()
                .scheme(origin.scheme())
                .host(origin.host())
                .port(origin.port())
                .build();
    }

    /** A body that OkHttp must not send twice. */
    private static final class OneShotBody extends RequestBody {
        private final byte[] bytes;

        OneShotBody(String text) {
            this.bytes = text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public @Nullable MediaType contentType() {
            return bytes.length == 0 ? null : JSON;
        }

        @Override
        public long contentLength() {
            return bytes.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(bytes);
        }
    }
}
