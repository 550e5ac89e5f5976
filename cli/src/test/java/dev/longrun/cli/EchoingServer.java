// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that echoes credentials, and characters that terminals obey, wherever a server can say something. */
final class EchoingServer implements AutoCloseable {
    /** Opaque, as tokens of an own source are: known only because the client sends it. */
    static final String OWN_TOKEN = "canaryowntokenofnoknownform";

    /** The credentials whose form tells that they are such. */
    static final List<String> SECRETS = List.of(
            "canary-bearer-0001",
            "canary-access-0002",
            "canary-key-0003",
            "canary-id-0004",
            "canary-refresh-0005",
            "canary-pass-0006",
            "canary-google-0007");

    /** What terminals obey: an escape sequence, a character that turns the direction; and a digit that is not ASCII. */
    static final List<String> OBEYED = List.of("\u001b[2J", "\u202e", "\u0661");

    static final String NAME = "projects/p/locations/us-central1/operations/";

    /** As a part of a JSON string. */
    private static final String ECHO = "sent Authorization: Bearer canary-bearer-0001 (" + OWN_TOKEN
            + ") to https://user:canary-pass-0006@host/p?a=b&access_token=canary-access-0002&key=canary-key-0003"
            + " id_token=canary-id-0004 {\\\"refresh_token\\\":\\\"canary-refresh-0005\\\"} ya29.canary-google-0007"
            + " \\u001b[2J\\u202e\\n\\u0661";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Answer answer = answers().get(0);

    /**
     * The answer to each request.
     *
     * @param body with {@code NAME} for the name in the path
     */
    record Answer(String what, int status, Map<String, String> headers, String body) {}

    EchoingServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void answer(Answer next) {
        answer = next;
    }

    private void serve(HttpExchange exchange) throws IOException {
        Answer now = answer;
        exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        byte[] body = now.body()
                .replace("NAME", path.replaceFirst("^/v1/", "").replaceFirst(":.*", ""))
                .getBytes(UTF_8);
        now.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        exchange.sendResponseHeaders(now.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    static List<Answer> answers() {
        String metadata = "\"metadata\":{\"@type\":\"type.googleapis.com/x.OperationMetadata\",\"verb\":\"" + ECHO
                + "\",\"target\":\"" + ECHO + "\",\"statusMessage\":\"" + ECHO
                + "\",\"user\":\"" + ECHO + "\",\"createTime\":\"2020-01-01T00:00:00Z\"}";
        String running = "{\"name\":\"NAME\"," + metadata + "}";
        List<Answer> answers = new ArrayList<>();
        for (int status : new int[] {403, 404, 429}) {
            answers.add(json(
                    "error " + status,
                    status,
                    "{\"error\":{\"code\":" + status + ",\"message\":\"" + ECHO
                            + "\",\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\",\"reason\":\""
                            + ECHO + "\",\"domain\":\"" + ECHO + "\"}]}}"));
        }
        answers.add(new Answer("proxy", 502, Map.of("X-Request-Id", "Bearer " + OWN_TOKEN), "<html>" + ECHO));
        answers.add(new Answer(
                "redirect",
                302,
                Map.of("Location", "https://user:canary-pass-0006@h/?access_token=canary-access-0002&t=" + OWN_TOKEN),
                ""));
        answers.add(json("no operation", 200, "{\"error\":\"" + ECHO + "\"}"));
        answers.add(json("no JSON", 200, ECHO));
        answers.add(json("other name", 200, "{\"name\":\"" + ECHO + "\"}"));
        answers.add(json("unusable", 200, "{\"name\":\"NAME\",\"done\":\"" + ECHO + "\"}"));
        answers.add(json("running", 200, running));
        answers.add(json(
                "list",
                200,
                "{\"operations\":[{\"name\":\"" + NAME + "a\"," + metadata + "},{\"name\":\"" + ECHO
                        + "\"}],\"unreachable\":[\"" + ECHO + "\"]}"));
        for (int code : new int[] {1, 13}) {
            answers.add(json(
                    "done with " + code,
                    200,
                    "{\"name\":\"NAME\",\"done\":true,\"error\":{\"code\":" + code + ",\"message\":\"" + ECHO + "\"},"
                            + metadata + "}"));
        }
        answers.add(json(
                "response",
                200,
                "{\"name\":\"NAME\",\"done\":true,\"response\":{\"x\":\"" + ECHO + "\"}," + metadata + "}"));
        return answers;
    }

    private static Answer json(String what, int status, String body) {
        return new Answer(what, status, Map.of("Content-Type", "application/json"), body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
