// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import dev.longrun.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * Google's hosts over TLS, which can be reached only through a proxy: a service, the token server, and the server that
 * gives tokens of service accounts. This process trusts its certificate until it is closed.
 */
final class CloudBehindProxy implements AutoCloseable {
    static final String NAME = "projects/p/locations/us-central1/operations/o";
    static final String FULL = "//file.googleapis.com/" + NAME;

    private static final String PASSWORD = "of-the-trust-store";

    /** What the service was asked, without the requests for tokens. */
    final List<RecordedRequest> asked = new CopyOnWriteArrayList<>();

    /** The bodies of requests for tokens of service accounts, by their account. */
    final Map<String, JsonObject> impersonated = new HashMap<>();

    /** Tokens that the service answers with 401. */
    final List<String> rejected = new CopyOnWriteArrayList<>();

    final TestProxy proxy;
    private Callable<?> onRejection = () -> "";
    private final MockWebServer server = new MockWebServer();
    private final Map<String, String> before = new HashMap<>();
    private final Path directory;

    /** @param handsTo the port for requests over plain http that are handed to the proxy */
    CloudBehindProxy(Path directory, int handsTo) throws Exception {
        this.directory = directory;
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("*.googleapis.com")
                .addSubjectAlternativeName("*.mtls.googleapis.com")
                .addSubjectAlternativeName("*.s3nsapis.fr")
                .build();
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        server.start();
        proxy = new TestProxy(server.getPort(), handsTo);
        trust(certificate);
    }

    private void trust(HeldCertificate certificate) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("cloud", certificate.certificate());
        Path file = directory.resolve("trusted.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        Map.of("trustStore", file.toString(), "trustStorePassword", PASSWORD, "trustStoreType", "PKCS12")
                .forEach((name, value) -> before.put(name, System.setProperty("javax.net.ssl." + name, value)));
    }

    /** A file of a user's credentials, for {@code GOOGLE_APPLICATION_CREDENTIALS}. */
    String credentials() throws Exception {
        return Files.writeString(directory.resolve("credentials.json"), """
                        {"type": "authorized_user", "client_id": "id", "client_secret": "s", "refresh_token": "r",
                         "token_uri": "https://oauth2.googleapis.com/token"}""").toString();
    }

    /** What happens before a token is rejected. */
    void onRejection(Callable<?> action) {
        onRejection = action;
    }

    private MockResponse rejection() {
        try {
            onRejection.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return new MockResponse.Builder().code(401).body("{}").build();
    }

    private MockResponse answer(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        if (path.equals("/token")) {
            return json("{\"access_token\":\"of-the-user\",\"expires_in\":3599,\"token_type\":\"Bearer\"}");
        } else if (path.endsWith(":generateAccessToken")) {
            String account = path.replaceAll(".*/|:.*", "");
            impersonated.put(account, JsonObject.parse(request.getBody().utf8()));
            return request.getHeaders().get("Authorization").equals("Bearer of-the-user")
                    ? json("{\"accessToken\":\"of-" + account + "\",\"expireTime\":\"2099-01-01T00:00:00Z\"}")
                    : new MockResponse.Builder().code(403).build();
        }
        asked.add(request);
        String token = String.valueOf(request.getHeaders().get("Authorization"));
        return rejected.contains(token)
                ? rejection()
                : json("{\"name\":\"" + path.substring("/v1/".length()) + "\",\"done\":true,\"response\":{}}");
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    /** A header of each request to the service, or {@code none}. */
    List<String> headers(String name) {
        return asked.stream()
                .map(request -> request.getHeaders().get(name))
                .map(value -> value == null ? "none" : value)
                .toList();
    }

    @Override
    public void close() throws IOException {
        before.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty("javax.net.ssl." + name);
            } else {
                System.setProperty("javax.net.ssl." + name, value);
            }
        });
        proxy.close();
        server.close();
    }
}
