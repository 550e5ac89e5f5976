// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP proxy on a socket: tunnels of {@code CONNECT}, and requests that are handed to it. All hosts are ports of
 * this machine.
 */
final class TestProxy implements AutoCloseable {
    private static final List<String> OF_A_HOP =
            List.of("host", "connection", "content-length", "proxy-authorization", "accept-encoding");

    /** Request lines, as {@code CONNECT file.googleapis.com:443 HTTP/1.1}. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    /** The {@code Proxy-Authorization} of each request, or {@code none}. */
    final List<String> authorizations = new CopyOnWriteArrayList<>();

    volatile String required = "";
    volatile String refusal = "";

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int tunnelsTo;
    private final int handsTo;

    /**
     * @param tunnelsTo the port where all tunnels end
     * @param handsTo the port that gets all requests that are handed to the proxy
     */
    TestProxy(int tunnelsTo, int handsTo) throws IOException {
        this.tunnelsTo = tunnelsTo;
        this.handsTo = handsTo;
        threads.execute(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            OutputStream out = client.getOutputStream();
            String line = line(in);
            Map<String, String> headers = headers(in);
            requests.add(line);
            String authorization = headers.getOrDefault("proxy-authorization", "none");
            authorizations.add(authorization);
            if (!required.isEmpty() && !required.equals(authorization)) {
                answer(out, "407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"a proxy\"\r\n");
            } else if (!refusal.isEmpty()) {
                answer(out, refusal, "");
            } else if (line.startsWith("CONNECT ")) {
                tunnel(client, in, out);
            } else {
                hand(line, headers, in, out);
            }
        } catch (IOException | InterruptedException ended) {
            // the client or the server has ended the connection
        }
    }

    private void tunnel(Socket client, InputStream in, OutputStream out) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), tunnelsTo)) {
            out.write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(ISO_8859_1));
            threads.execute(() -> {
                try (client;
                        server) {
                    server.getInputStream().transferTo(out);
                } catch (IOException ended) {
                    // either side has ended the connection
                }
            });
            in.transferTo(server.getOutputStream());
        }
    }

    private void hand(String line, Map<String, String> headers, InputStream in, OutputStream out)
            throws IOException, InterruptedException {
        URI asked = URI.create(line.split(" ")[1]);
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + handsTo + asked.getRawPath() + query))
                .version(HttpClient.Version.HTTP_1_1)
                .method(line.split(" ")[0], HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach((name, value) -> {
            if (!OF_A_HOP.contains(name)) {
                request.header(name, value);
            }
        });
        HttpResponse<byte[]> response =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(("HTTP/1.1 " + response.statusCode() + " as the server said\r\nConnection: close\r\n"
                        + "Content-Length: " + response.body().length + "\r\n\r\n")
                .getBytes(ISO_8859_1));
        all.writeBytes(response.body());
        out.write(all.toByteArray());
    }

    private static void answer(OutputStream out, String status, String header) throws IOException {
        out.write(("HTTP/1.1 " + status + "\r\n" + header + "Content-Length: 0\r\nConnection: close\r\n\r\n")
                .getBytes(ISO_8859_1));
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection ended within a line");
            }
            line.write(c);
        }
        return line.toString(ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
