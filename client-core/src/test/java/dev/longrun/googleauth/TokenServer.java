// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleauth;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A token server on the loopback that says what it is told. */
final class TokenServer implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();

    TokenServer() throws IOException {
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getPort() + "/token";
    }

    void grants(String token) {
        answers(200, "{\"access_token\":\"" + token + "\",\"expires_in\":3599,\"token_type\":\"Bearer\"}");
    }

    void answers(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    void redirectsTo(String url) {
        server.enqueue(
                new MockResponse.Builder().code(307).addHeader("Location", url).build());
    }

    int fetches() {
        return server.getRequestCount();
    }

    RecordedRequest fetch() throws InterruptedException {
        RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no token was fetched");
        }
        return request;
    }

    @Override
    public void close() {
        server.close();
    }
}
