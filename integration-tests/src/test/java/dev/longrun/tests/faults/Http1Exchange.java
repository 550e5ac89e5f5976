// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.longrun.tests.faults.Cell.Fault;
import dev.longrun.tests.faults.Cell.Moment;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** One connection of HTTP/1.1. */
final class Http1Exchange {
    private static final String HEAD = "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n";
    private static final int LONG = 4_000;

    private final FaultServer server;
    private final RawFaults faults;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Http1Exchange(FaultServer server, RawFaults faults, Socket socket) throws IOException {
        this.server = server;
        this.faults = faults;
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    void serve() throws IOException, InterruptedException {
        if (server.cell.moment() == Moment.REQUEST) {
            inRequest();
        }
        String[] request = request();
        while (server.isHealthy()) {
            answer("200 OK", Answers.to(request[0], request[1], true));
            request = request();
        }
        switch (server.cell.moment()) {
            case HEADERS -> inHeaders();
            case BODY -> inBody();
            default -> {
                answer("200 OK", Answers.to(request[0], request[1], false));
                between();
            }
        }
    }

    private void inRequest() throws IOException, InterruptedException {
        if (socket.getInputStream().read() < 0) {
            throw new EOFException();
        }
        switch (server.cell.fault()) {
            case REFUSE -> {
                answer("503 Service Unavailable\r\nConnection: close", Answers.BUSY);
                RawFaults.drain(socket);
            }
            case DRIP -> {
                while (!faults.pause() && socket.getInputStream().read() >= 0) {
                    // reads no faster
                }
            }
            default -> faults.run(socket);
        }
    }

    private void inHeaders() throws IOException, InterruptedException {
        if (server.cell.fault() == Fault.REFUSE) {
            answer("503 Service Unavailable", Answers.BUSY);
            serve();
        } else {
            if (server.cell.fault() != Fault.GARBAGE) {
                say("HTTP/1.1 200 OK\r\nX-Par");
            }
            faults.run(socket);
        }
    }

    private void inBody() throws IOException, InterruptedException {
        switch (server.cell.fault()) {
            case GARBAGE -> {
                answer("200 OK", new String(RawFaults.GARBAGE, ISO_8859_1));
                serve();
            }
            case OVERSIZED -> {
                say("HTTP/1.1 200 OK\r\n\r\n");
                faults.flood(out);
            }
            default -> {
                say(HEAD.formatted("200 OK", LONG) + "{\"name\":\"");
                faults.run(socket);
            }
        }
    }

    private void between() throws IOException, InterruptedException {
        if (server.cell.fault() == Fault.REFUSE) {
            server.stopListening();
        }
        boolean lasts = server.cell.fault() == Fault.STALL
                || server.cell.fault() == Fault.DRIP
                || server.cell.fault() == Fault.OVERSIZED;
        if (lasts || server.cell.fault() == Fault.GARBAGE || server.cell.fault() == Fault.HALF_CLOSE) {
            server.failed();
        }
        faults.run(socket);
        server.failed();
    }

    private String[] request() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = in.read();
            if (read < 0) {
                throw new EOFException();
            }
            head.append((char) read);
        }
        return head.toString().split(" ", 3);
    }

    private void answer(String status, String body) throws IOException {
        say(HEAD.formatted(status, body.length()) + body);
    }

    private void say(String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }
}
