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

/** The program of the other process: prints its URL, then obeys a line at a time, and ends with its input. */
public final class FastServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Service service = new Service();

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
                System.out.println(server.obey(line.split(" ")));
            }
        }
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /**
     * {@code cancellable COUNT}, {@code ending COUNT START SPAN}, {@code limit PER_SECOND HINT}; answers the counts
     * before it.
     */
    String obey(String... order) {
        String counts = service.counts().line();
        switch (order[0]) {
            case "cancellable" -> service.begin(Work.untilCancelled(Integer.parseInt(order[1])));
            case "ending" ->
                service.begin(
                        Work.ending(Integer.parseInt(order[1]), Long.parseLong(order[2]), Long.parseLong(order[3])));
            case "limit" -> service.limit(Double.parseDouble(order[1]), Integer.parseInt(order[2]));
            default -> {}
        }
        return counts;
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                daemon(new Connection(connection, service));
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
