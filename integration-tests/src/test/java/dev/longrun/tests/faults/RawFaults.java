// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** The faults below HTTP, on the plain socket or on the TLS socket over it. */
final class RawFaults {
    static final byte[] GARBAGE = "\u00ff\u0007\u0000 garbage \u00fe\r\n\r\n".getBytes(ISO_8859_1);

    private static final byte[] TLS_ALERT = {21, 3, 3, 0, 2, 2, 40};
    private static final byte[] TLS_BEGIN = {22, 3, 3, 0x40, 0, 2, 0, 0x3f, (byte) 0xfc};
    private static final int DRIP_MILLIS = 20;
    private static final int CHUNK = 64 << 10;
    private static final int OVERSIZED = 40 << 20;

    private final FaultServer server;
    private final Socket raw;

    RawFaults(FaultServer server, Socket raw) {
        this.server = server;
        this.raw = raw;
    }

    /** The fault of the cell, written to {@code socket}: {@code raw}, or TLS over it. */
    void run(Socket socket) throws IOException, InterruptedException {
        switch (server.cell.fault()) {
            case REFUSE, EARLY_CLOSE -> raw.close();
            case RESET -> {
                raw.setSoLinger(true, 0);
                raw.close();
            }
            case HALF_CLOSE -> {
                socket.shutdownOutput();
                drain(socket);
            }
            case STALL -> server.over.await();
            case DRIP -> drip(socket.getOutputStream(), (byte) 'x');
            case GARBAGE -> {
                socket.getOutputStream().write(GARBAGE);
                drain(socket);
            }
            case OVERSIZED -> flood(socket.getOutputStream());
        }
    }

    /** After the first byte of the client's hello. */
    void inHandshake() throws IOException, InterruptedException {
        switch (server.cell.fault()) {
            case REFUSE -> {
                raw.getOutputStream().write(TLS_ALERT);
                drain(raw);
            }
            case DRIP -> {
                raw.getOutputStream().write(TLS_BEGIN);
                drip(raw.getOutputStream(), (byte) 0);
            }
            case OVERSIZED -> {
                raw.getOutputStream().write(TLS_BEGIN);
                flood(raw.getOutputStream());
            }
            default -> run(raw);
        }
    }

    /** One byte, and the next a little later. */
    void drip(OutputStream out, byte drop) throws IOException, InterruptedException {
        while (!pause()) {
            out.write(drop);
            out.flush();
        }
    }

    /** True once the run is over. */
    boolean pause() throws InterruptedException {
        return server.over.await(DRIP_MILLIS, TimeUnit.MILLISECONDS);
    }

    void flood(OutputStream out) throws IOException {
        byte[] chunk = new byte[CHUNK];
        Arrays.fill(chunk, (byte) 'x');
        for (int sent = 0; sent < OVERSIZED; sent += CHUNK) {
            out.write(chunk);
        }
    }

    static void drain(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[8192];
        while (in.read(buffer) >= 0) {
            // until the client hangs up
        }
    }
}
