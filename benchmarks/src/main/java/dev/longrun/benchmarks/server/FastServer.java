// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** The main class of the server process: prints its URL, then executes one command a line until the end of stdin. */
public final class FastServer implements AutoCloseable {
    private final ServerSocket socket;
    private final SimulatedService service = new SimulatedService();

    private FastServer(ServerSocket socket) {
        this.socket = socket;
    }

    static FastServer start() throws IOException {
        FastServer server = new FastServer(new ServerSocket(0, 1000, InetAddress.getLoopbackAddress()));
        daemon(server::accept);
        return server;
    }

    public static void main(String[] arguments) throws IOException {
        try (FastServer server = start()) {
            System.out.println(server.url());
            var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println(server.execute(line.split(" ")));
            }
        }
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /**
     * Executes {@code cancellable COUNT LEAST MOST}, {@code ending COUNT START SPAN} or {@code limit PER_SECOND
     * RETRY_AFTER}. Returns the counts before the command.
     */
    String execute(String... command) {
        String counts = service.counts().line();
        switch (command[0]) {
            case "cancellable" ->
                service.begin(SimulatedOperations.untilCancelled(
                        Integer.parseInt(command[1]), Long.parseLong(command[2]), Long.parseLong(command[3])));
            case "ending" ->
                service.begin(SimulatedOperations.ending(
                        Integer.parseInt(command[1]), Long.parseLong(command[2]), Long.parseLong(command[3])));
            case "limit" -> service.limit(Double.parseDouble(command[1]), Integer.parseInt(command[2]));
            default -> {}
        }
        return counts;
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                daemon(new HttpConnection(connection, service));
            }
        } catch (SocketException closed) {
            // The server has ended.
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
