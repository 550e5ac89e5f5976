// SPDX-License-Identifier: Apache-2.0
package dev.longrun.peers;

import com.google.api.client.http.javanet.ConnectionFactory;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URL;
import java.util.concurrent.atomic.AtomicInteger;

/** A bound port without a listener, and the number of attempts of google-http-client to connect to it. */
final class RefusingPort implements ConnectionFactory, AutoCloseable {
    final AtomicInteger attempts = new AtomicInteger();
    private final Socket holdsThePort = new Socket();

    RefusingPort() throws IOException {
        holdsThePort.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    String url() {
        return "http://127.0.0.1:" + holdsThePort.getLocalPort();
    }

    @Override
    public HttpURLConnection openConnection(URL url) throws IOException {
        attempts.incrementAndGet();
        return (HttpURLConnection) url.openConnection();
    }

    @Override
    public void close() throws IOException {
        holdsThePort.close();
    }
}
