// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * What the others are compared with: OkHttp alone sends the same requests with the same headers and reads the body
 * without parsing it. No retries, no deadline, no checks. The pool holds 64 connections, one for each caller; the
 * default of OkHttp is five.
 */
public final class RawClient implements BlockingClient {
    private static final RequestBody EMPTY = RequestBody.create(new byte[0]);

    private final OkHttpClient client = new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(64, 5, TimeUnit.MINUTES))
            .build();
    private final String root;

    public RawClient(String url) {
        this.root = url + "/v1/";
    }

    @Override
    public String label() {
        return "OkHttp";
    }

    @Override
    public boolean isDone(String name) {
        return new String(get(name), StandardCharsets.US_ASCII).contains("\"done\": true");
    }

    /** Without a look at the bytes. */
    @Override
    public void read(String name) {
        get(name);
    }

    @Override
    public void cancel(String name) {
        send(request(name, ":cancel").post(EMPTY).build());
    }

    public byte[] get(String name) {
        return send(request(name, "").build());
    }

    private Request.Builder request(String name, String end) {
        return new Request.Builder()
                .url(root + name + end)
                .header("Accept", "application/json")
                .header("User-Agent", "longrun-java/0.1.0")
                .header("x-goog-api-client", "gl-java/17 gccl/0.1.0")
                .header("x-goog-request-params", "name=" + name.replace("/", "%2F"));
    }

    private byte[] send(Request request) {
        try (Response response = client.newCall(request).execute()) {
            return response.body().bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
