// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** One connection, kept alive: requests without a body in, answers with the headers of a Google front end out. */
final class Connection implements Runnable {
    private static final String HEADERS = " OK\r\nContent-Type: application/json; charset=UTF-8\r\n"
            + "Vary: Origin\r\nVary: X-Origin\r\nVary: Referer\r\nDate: Sun, 01 Nov 2026 10:00:00 GMT\r\n"
            + "Server: ESF\r\nX-XSS-Protection: 0\r\nX-Frame-Options: SAMEORIGIN\r\n"
            + "X-Content-Type-Options: nosniff\r\nContent-Length: ";

    private final Socket socket;
    private final Service service;

    Connection(Socket socket, Service service) {
        this.socket = socket;
        this.service = service;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
            OutputStream out = socket.getOutputStream();
            StringBuilder line = new StringBuilder(256);
            while (readLine(in, line)) {
                String[] request = line.toString().split(" ");
                while (readLine(in, line) && line.length() > 0) {
                    // Nothing depends on a header.
                }
                send(out, service.answer(request[0].equals("POST"), request[1]));
            }
        } catch (IOException gone) {
            // The client has closed it.
        }
    }

    private static boolean readLine(InputStream in, StringBuilder line) throws IOException {
        line.setLength(0);
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                return true;
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return false;
    }

    private static void send(OutputStream out, Service.Answer answer) throws IOException {
        String text = "HTTP/1.1 " + answer.status() + HEADERS + answer.body().length() + "\r\n" + answer.headers()
                + "\r\n" + answer.body();
        out.write(text.getBytes(ISO_8859_1));
    }
}
