// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.longrun.tests.faults.Cell.Fault;
import dev.longrun.tests.faults.Cell.Moment;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import okhttp3.internal.http2.Header;
import okhttp3.internal.http2.Hpack;
import okio.Buffer;

/** One connection of HTTP/2, frame by frame. */
final class Http2Exchange {
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int WINDOW_UPDATE = 8;
    private static final int CONTINUATION = 9;
    private static final int ACK = 1;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final int REFUSED_STREAM = 7;
    private static final int PREFACE = 24;
    private static final int FRAME = 16 << 10;
    private static final int OVERSIZED = 20 << 20;
    private static final byte[] STATUS_200 = {(byte) 0x88};
    private static final byte[] STATUS_503 = literal(0x08, "503");

    private final FaultServer server;
    private final RawFaults faults;
    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final Buffer headerBlocks = new Buffer();
    private final Hpack.Reader hpack = new Hpack.Reader(headerBlocks, 4096);
    private long window = 65_535;
    private long streamWindow = 65_535;

    /** A frame as it was received. */
    private record Frame(int type, int flags, int stream, int length, byte[] payload) {}

    Http2Exchange(FaultServer server, RawFaults faults, Socket socket) throws IOException {
        this.server = server;
        this.faults = faults;
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    void serve() throws IOException, InterruptedException {
        write(SETTINGS, 0, 0, new byte[0]);
        in.readFully(new byte[PREFACE]);
        Frame request = request(server.cell.moment() != Moment.REQUEST);
        while (server.isHealthy()) {
            answer(request, STATUS_200, json(request, true));
            request = request(true);
        }
        fail(request);
    }

    private void fail(Frame request) throws IOException, InterruptedException {
        switch (server.cell.moment()) {
            case REQUEST -> inRequest(request);
            case HEADERS -> inHeaders(request);
            case BODY -> inBody(request);
            default -> {
                answer(request, STATUS_200, json(request, false));
                between();
            }
        }
    }

    private void inRequest(Frame request) throws IOException, InterruptedException {
        switch (server.cell.fault()) {
            case REFUSE -> {
                write(RST_STREAM, 0, request.stream, new byte[] {0, 0, 0, REFUSED_STREAM});
                in.skipNBytes(request.length);
                fail(request(false));
            }
            case DRIP -> {
                while (!faults.pause() && in.read() >= 0) {
                    // reads no faster
                }
            }
            default -> faults.run(socket);
        }
    }

    private void inHeaders(Frame request) throws IOException, InterruptedException {
        switch (server.cell.fault()) {
            case REFUSE -> {
                answer(request, STATUS_503, Answers.BUSY);
                fail(request(true));
            }
            case GARBAGE -> {
                byte[] invalid = new byte[40];
                Arrays.fill(invalid, (byte) 0xff);
                write(HEADERS, END_HEADERS, request.stream, invalid);
                RawFaults.drain(socket);
            }
            case OVERSIZED -> {
                write(HEADERS, 0, request.stream, STATUS_200);
                byte[] more = literal(0, "x".repeat(100));
                ByteBuffer block = ByteBuffer.allocate(FRAME);
                while (block.remaining() >= more.length) {
                    block.put(more);
                }
                byte[] payload = Arrays.copyOf(block.array(), block.position());
                for (int sent = 0; sent < 2 * OVERSIZED; sent += payload.length) {
                    write(CONTINUATION, 0, request.stream, payload);
                }
            }
            default -> {
                out.write(new byte[] {0, 0, 100, HEADERS, END_HEADERS, 0, 0, 0, (byte) request.stream, STATUS_200[0]});
                out.flush();
                faults.run(socket);
            }
        }
    }

    private void inBody(Frame request) throws IOException, InterruptedException {
        if (server.cell.fault() == Fault.GARBAGE) {
            answer(request, STATUS_200, new String(RawFaults.GARBAGE, ISO_8859_1));
            fail(request(true));
            return;
        }
        write(HEADERS, END_HEADERS, request.stream, STATUS_200);
        write(DATA, 0, request.stream, "{\"name\":\"".getBytes(ISO_8859_1));
        switch (server.cell.fault()) {
            case DRIP -> {
                while (!faults.pause()) {
                    write(DATA, 0, request.stream, new byte[] {'x'});
                }
            }
            case OVERSIZED -> {
                byte[] chunk = new byte[FRAME];
                for (int sent = 0; sent < OVERSIZED; sent += FRAME) {
                    while (window < FRAME || streamWindow < FRAME) {
                        frame(true);
                    }
                    window -= FRAME;
                    streamWindow -= FRAME;
                    write(DATA, 0, request.stream, chunk);
                }
            }
            default -> faults.run(socket);
        }
    }

    private void between() throws IOException, InterruptedException {
        switch (server.cell.fault()) {
            case REFUSE -> server.stopListening();
            case STALL, DRIP, GARBAGE, OVERSIZED, HALF_CLOSE -> server.failed();
            default -> {}
        }
        faults.run(socket);
        server.failed();
    }

    private String json(Frame request, boolean last) throws IOException {
        headerBlocks.write(request.payload);
        hpack.readHeaders();
        String method = "";
        String path = "";
        for (Header header : hpack.getAndResetHeaderList()) {
            method = header.name.utf8().equals(":method") ? header.value.utf8() : method;
            path = header.name.utf8().equals(":path") ? header.value.utf8() : path;
        }
        return Answers.to(method, path, last);
    }

    private void answer(Frame request, byte[] status, String body) throws IOException {
        write(HEADERS, END_HEADERS, request.stream, status);
        write(DATA, END_STREAM, request.stream, body.getBytes(ISO_8859_1));
    }

    /** The next HEADERS frame; with {@code complete}, once its stream has ended. */
    private Frame request(boolean complete) throws IOException {
        Frame head = frame(complete);
        while (head.type != HEADERS) {
            head = frame(complete);
        }
        Frame last = head;
        while (complete && (last.flags & END_STREAM) == 0) {
            Frame next = frame(true);
            last = next.stream == head.stream && next.type == DATA ? next : last;
        }
        return head;
    }

    /** Reads a frame; without {@code complete} the content of HEADERS stays unread. */
    private Frame frame(boolean complete) throws IOException {
        int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
        int type = in.readUnsignedByte();
        int flags = in.readUnsignedByte();
        int stream = in.readInt();
        if (type == HEADERS && !complete) {
            return new Frame(type, flags, stream, length, new byte[0]);
        }
        byte[] payload = in.readNBytes(length);
        if (payload.length < length) {
            throw new EOFException();
        }
        Frame frame = new Frame(type, flags, stream, length, payload);
        acknowledge(frame);
        return frame;
    }

    private void acknowledge(Frame frame) throws IOException {
        ByteBuffer content = ByteBuffer.wrap(frame.payload);
        if (frame.type == SETTINGS && (frame.flags & ACK) == 0) {
            while (content.hasRemaining()) {
                boolean initialWindow = content.getShort() == 4;
                int value = content.getInt();
                streamWindow = initialWindow ? value : streamWindow;
            }
            write(SETTINGS, ACK, 0, new byte[0]);
        } else if (frame.type == PING && (frame.flags & ACK) == 0) {
            write(PING, ACK, 0, frame.payload);
        } else if (frame.type == WINDOW_UPDATE) {
            int more = content.getInt();
            window += frame.stream == 0 ? more : 0;
            streamWindow += frame.stream == 0 ? 0 : more;
        }
    }

    private void write(int type, int flags, int stream, byte[] payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(9 + payload.length);
        frame.write(payload.length >> 16);
        frame.write(payload.length >> 8);
        frame.write(payload.length);
        frame.write(type);
        frame.write(flags);
        frame.writeBytes(ByteBuffer.allocate(4).putInt(stream).array());
        frame.writeBytes(payload);
        out.write(frame.toByteArray());
        out.flush();
    }

    /** A header that is not indexed: of a name in the static table, or of the name {@code x} for 0. */
    private static byte[] literal(int name, String value) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.write(name);
        if (name == 0) {
            header.write(1);
            header.write('x');
        }
        header.write(value.length());
        header.writeBytes(value.getBytes(ISO_8859_1));
        return header.toByteArray();
    }
}
