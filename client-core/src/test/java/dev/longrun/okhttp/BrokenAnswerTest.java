// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.http.Origin;
import dev.longrun.http.ResponseTooLargeException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class BrokenAnswerTest {
    private static final int MB = 1 << 20;

    private final OkHttpTransport transport = OkHttpTransport.create();
    private final AtomicLong written = new AtomicLong();

    @AfterEach
    void stop() {
        transport.close();
    }

    @Test
    void nothingListens() throws Exception {
        try (Socket holdsThePort = new Socket()) {
            holdsThePort.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Origin silent = new Origin("http", "127.0.0.1", holdsThePort.getLocalPort());

            assertThatThrownBy(() -> transport.send(Requests.get(silent))).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void theConnectionIsReset() throws Exception {
        try (RawServer server = new RawServer((raw, connection) -> {
            raw.readRequest(connection);
            connection.setSoLinger(true, 0);
        })) {
            assertThatThrownBy(() -> transport.send(Requests.cancel(server.origin())))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(SocketTimeoutException.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"name\":",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"name\":",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\n{{{",
                "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n",
                "SSH-2.0-OpenSSH_9.2\r\n\r\n",
            })
    void theAnswerIsCutShortOrIsNone(String answer) throws Exception {
        try (RawServer server = new RawServer((raw, connection) -> {
            raw.readRequest(connection);
            RawServer.say(connection, answer);
        })) {
            assertThatThrownBy(() -> transport.send(Requests.get(server.origin())))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void anAnswerWithoutALengthEndsWithItsConnection() throws Exception {
        try (RawServer server = new RawServer((raw, connection) -> {
            raw.readRequest(connection);
            RawServer.say(connection, "HTTP/1.1 200 OK\r\n\r\n{}");
        })) {
            assertThat(transport.send(Requests.get(server.origin())).text()).isEqualTo("{}");
        }
    }

    @Test
    void twoHundredMegabytesAreNotRead() throws Exception {
        try (RawServer server = new RawServer((raw, connection) -> {
            raw.readRequest(connection);
            pour(connection, "HTTP/1.1 200 OK\r\n\r\n", 200);
        })) {
            assertThatThrownBy(() -> transport.send(Requests.get(server.origin())))
                    .isInstanceOf(ResponseTooLargeException.class)
                    .hasMessage("GET " + server.origin()
                            + "/v1/o: HTTP 200 came with a body of more than 16777216 bytes (unzipped);"
                            + " no Operation is that large, so this is probably not a Google API,"
                            + " or a list that needs a smaller page size");
            server.awaitHangUp();
            assertThat(written.get()).isBetween(16L * MB, 100L * MB);
        }
    }

    @Test
    void anAnnouncedLengthIsBelievedAtOnce() throws Exception {
        try (RawServer server = new RawServer((raw, connection) -> {
            raw.readRequest(connection);
            RawServer.say(connection, "HTTP/1.1 200 OK\r\nContent-Length: 209715200\r\n\r\n");
            raw.awaitHangUp(connection);
        })) {
            assertThatThrownBy(() -> transport.send(Requests.get(server.origin())))
                    .isInstanceOf(ResponseTooLargeException.class);
            server.awaitHangUp();
        }
    }

    @Test
    void aBombIsNotUnzipped() throws Exception {
        try (RawServer server = new RawServer((raw, connection) -> {
            raw.readRequest(connection);
            OutputStream out = connection.getOutputStream();
            RawServer.say(connection, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
            try (GZIPOutputStream zipped = new GZIPOutputStream(out)) {
                for (int i = 0; i < 200; i++) {
                    zipped.write(new byte[MB]);
                }
            }
            raw.awaitHangUp(connection);
        })) {
            assertThatThrownBy(() -> transport.send(Requests.get(server.origin())))
                    .isInstanceOf(ResponseTooLargeException.class);
            server.awaitHangUp();
        }
    }

    @Test
    void sixteenMegabytesAreFine() throws Exception {
        try (RawServer server = new RawServer((raw, connection) -> {
            raw.readRequest(connection);
            pour(connection, "HTTP/1.1 200 OK\r\nContent-Length: " + 16 * MB + "\r\n\r\n", 16);
        })) {
            assertThat(transport.send(Requests.get(server.origin())).body()).hasSize(16 * MB);
        }
    }

    private void pour(Socket connection, String head, int megabytes) throws IOException {
        OutputStream out = connection.getOutputStream();
        RawServer.say(connection, head);
        byte[] chunk = new byte[MB];
        for (int i = 0; i < megabytes; i++) {
            out.write(chunk);
            written.addAndGet(MB);
        }
    }
}
