// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A server whose one answer is a body of so many bytes, sent as long as the client reads, and never held as a whole.
 */
final class BodyOfZeros implements AutoCloseable {
    private final ServerSocket socket;
    private final long bytes;

    BodyOfZeros(long bytes) {
        this.bytes = bytes;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "body-of-zeros");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept();
                    OutputStream out = connection.getOutputStream()) {
                connection.getInputStream().read(new byte[4096]);
                out.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                byte[] zeros = new byte[1 << 16];
                for (long sent = 0; sent < bytes; sent += zeros.length) {
                    out.write(zeros);
                }
            } catch (IOException e) {
                // the client has read enough, or the test is over
            }
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
