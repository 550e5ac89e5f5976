// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Locale;

/**
 * One keep-alive connection: reads requests, whatever their body is, and writes responses with the headers of a Google
 * front end.
 */
final class HttpConnection implements Runnable {
    private static final String HEADERS = " OK\r\nContent-Type: application/json; charset=UTF-8\r\n"
            + "Vary: Origin\r\nVary: X-Origin\r\nVary: Referer\r\nDate: Sun, 01 Nov 2026 10:00:00 GMT\r\n"
            + "Server: ESF\r\nX-XSS-Protection: 0\r\nX-Frame-Options: SAMEORIGIN\r\n"
            + "X-Content-Type-Options: nosniff\r\nContent-Length: ";

    private final Socket socket;
    private final SimulatedService service;

    HttpConnection(Socket socket, SimulatedService service) {
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
                skipHeadersAndBody(in, line);
                send(out, service.respond(request[0].equals("POST"), request[1]));
            }
        } catch (IOException closed) {
            // The client has closed the connection.
        }
    }

    private static void skipHeadersAndBody(InputStream in, StringBuilder line) throws IOException {
        int length = 0;
        boolean chunked = false;
        while (readLine(in, line) && line.length() > 0) {
            if (line.charAt(0) == 'C' || line.charAt(0) == 'c' || line.charAt(0) == 'T' || line.charAt(0) == 't') {
                String header = line.toString().toLowerCase(Locale.ROOT);
                length = header.startsWith("content-length:")
                        ? Integer.parseInt(header.substring(15).trim())
                        : length;
                chunked |= header.startsWith("transfer-encoding:");
            }
        }
        in.skipNBytes(length);
        while (chunked && readLine(in, line) && line.length() > 0) {
            int chunk = Integer.parseInt(line.toString(), 16);
            in.skipNBytes(chunk);
            readLine(in, line);
            chunked = chunk > 0;
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

    private static void send(OutputStream out, SimulatedService.Reply response) throws IOException {
        String text = "HTTP/1.1 " + response.status() + HEADERS
                + response.body().length() + "\r\n" + response.headers() + "\r\n" + response.body();
        out.write(text.getBytes(ISO_8859_1));
    }
}
