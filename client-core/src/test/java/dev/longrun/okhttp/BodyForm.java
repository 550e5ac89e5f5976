// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** How a server tells where a body ends. */
enum BodyForm {
    ANNOUNCED,
    CHUNKED,
    UNTIL_THE_END,
    ZIPPED;

    /** A server whose responses have a {@link #body} of that length. */
    RawServer serving(int length) {
        byte[] response = encoded(length);
        return new RawServer((raw, connection) -> {
            raw.readRequest(connection);
            RawServer.say(connection, "HTTP/1.1 200 OK\r\n");
            connection.getOutputStream().write(response);
            connection.shutdownOutput();
            raw.awaitHangUp(connection);
        });
    }

    private byte[] encoded(int length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head(length).getBytes(StandardCharsets.US_ASCII));
        if (this == ZIPPED) {
            try (GZIPOutputStream zipped = new GZIPOutputStream(out)) {
                zipped.write(body(length));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } else {
            out.writeBytes(body(length));
        }
        out.writeBytes((this == CHUNKED ? "\r\n0\r\n\r\n" : "").getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private String head(int length) {
        return switch (this) {
            case ANNOUNCED -> "Content-Length: " + length + "\r\n\r\n";
            case CHUNKED -> "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(length) + "\r\n";
            case UNTIL_THE_END -> "\r\n";
            case ZIPPED -> "Content-Encoding: gzip\r\n\r\n";
        };
    }

    static byte[] body(int length) {
        byte[] body = new byte[length];
        for (int i = 0; i < length; i++) {
            body[i] = (byte) ('a' + i % 23);
        }
        return body;
    }
}
