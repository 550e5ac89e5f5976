// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.longrun.http.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A server that misbehaves byte by byte: each connection runs the script, on a daemon thread of its own. */
public final class RawServer implements AutoCloseable {
    private final ServerSocket server;
    private final Script script;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> reached = new CompletableFuture<>();
    private final CompletableFuture<Void> hungUp = new CompletableFuture<>();

    /** What happens on one connection, which is closed afterwards. */
    @FunctionalInterface
    public interface Script {
        void run(RawServer server, Socket connection) throws IOException;
    }

    public RawServer(Script script) {
        this.script = script;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    /** Reads one request, says this, and waits for the client to hang up. */
    public static RawServer saying(String answer) {
        return new RawServer((server, connection) -> {
            server.readRequest(connection);
            say(connection, answer);
            server.awaitHangUp(connection);
        });
    }

    public static void say(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    public int port() {
        return server.getLocalPort();
    }

    public Origin origin() {
        return new Origin("http", "127.0.0.1", port());
    }

    /** The head of each request that was read, blank line included. */
    public List<String> requests() {
        return requests;
    }

    /** Returns once a request, or with a script that reads none a connection, is here. */
    public void awaitRequest() throws Exception {
        reached.get(20, TimeUnit.SECONDS);
    }

    /** Returns once the client has closed or reset a connection. */
    public void awaitHangUp() throws Exception {
        hungUp.get(20, TimeUnit.SECONDS);
    }

    /** Reads up to the blank line. */
    public void readRequest(Socket connection) throws IOException {
        InputStream in = connection.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = in.read();
            if (read < 0) {
                throw new IOException("hung up after: " + head);
            }
            head.append((char) read);
        }
        requests.add(head.toString());
        reached.complete(null);
    }

    public void awaitHangUp(Socket connection) {
        reached.complete(null);
        try {
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException reset) {
            // as good as closed
        }
        hungUp.complete(null);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = server.accept();
                connections.add(connection);
                daemon(() -> serve(connection));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            script.run(this, connection);
        } catch (IOException gone) {
            hungUp.complete(null);
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }
}
