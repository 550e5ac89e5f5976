// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests.faults;

import dev.longrun.tests.faults.Cell.Fault;
import dev.longrun.tests.faults.Cell.Moment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * A server on a raw socket that fails on each connection as its cell says; between requests it fails on the first
 * connection that brings a request only, and the others are healthy. Each connection has a daemon thread.
 */
final class FaultServer implements AutoCloseable {
    private static final int HANG_UP_MILLIS = 5_000;

    final Cell cell;
    final CountDownLatch over = new CountDownLatch(1);
    private final SSLContext tls;
    private final ServerSocket server;
    private final List<Socket> accepted = new CopyOnWriteArrayList<>();
    private final List<Socket> backlog = new CopyOnWriteArrayList<>();
    private final AtomicBoolean healthy = new AtomicBoolean();
    private final CountDownLatch failed = new CountDownLatch(1);

    FaultServer(Cell cell, SSLContext tls) throws IOException {
        this.cell = cell;
        this.tls = tls;
        boolean full = cell.moment() == Moment.CONNECT && cell.fault() == Fault.STALL;
        this.server = new ServerSocket(0, full ? 1 : 50, InetAddress.getLoopbackAddress());
        if (full) {
            fillBacklog();
        } else if (cell.moment() == Moment.CONNECT && cell.fault() == Fault.REFUSE) {
            server.close();
        } else {
            thread(this::accept);
        }
    }

    String url() {
        return (cell.isSecure() ? "https" : "http") + "://127.0.0.1:" + server.getLocalPort();
    }

    /**
     * Waits until the fault between two requests has happened; not for long, as the first request may not have come.
     */
    void awaitFault() throws InterruptedException {
        failed.await(1, TimeUnit.SECONDS);
    }

    /** Whether the server is healthy when a request arrives: between requests, all after the first are answered. */
    boolean isHealthy() {
        return cell.moment() == Moment.BETWEEN && healthy.getAndSet(true);
    }

    void failed() {
        failed.countDown();
    }

    /** No connection is accepted any more. */
    void stopListening() throws IOException {
        server.close();
    }

    /** Connections that are never accepted: the kernel drops the next ones, so that a connect gets no answer. */
    private void fillBacklog() throws IOException {
        for (int i = 0; i < 8; i++) {
            Socket socket = new Socket();
            backlog.add(socket);
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()), 60);
            } catch (SocketTimeoutException full) {
                return;
            }
        }
        throw new IOException("the backlog of this machine is never full");
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = server.accept();
                connection.setTcpNoDelay(true);
                accepted.add(connection);
                if (over.getCount() == 0) {
                    connection.close();
                }
                thread(() -> serve(connection));
            }
        } catch (IOException closed) {
            // no more connections
        }
    }

    private void serve(Socket raw) {
        try {
            RawFaults faults = new RawFaults(this, raw);
            if (cell.moment() == Moment.CONNECT) {
                faults.run(raw);
            } else if (cell.moment() == Moment.HANDSHAKE) {
                raw.getInputStream().read();
                faults.inHandshake();
            } else if (cell.protocol() == Cell.Protocol.HTTP_2) {
                new Http2Exchange(this, faults, secured(raw)).serve();
            } else {
                new Http1Exchange(this, faults, raw).serve();
            }
        } catch (IOException | InterruptedException gone) {
            // the client hung up, or the run is over
        }
    }

    private SSLSocket secured(Socket raw) throws IOException {
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(raw, null, raw.getPort(), true);
        socket.setUseClientMode(false);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** How many connections the client has left open; those that the server closed count as closed. */
    int leftOpen() {
        int left = 0;
        for (Socket connection : accepted) {
            left += connection.isClosed() || hangsUp(connection) ? 0 : 1;
        }
        return left;
    }

    private static boolean hangsUp(Socket connection) {
        try {
            connection.setSoTimeout(HANG_UP_MILLIS);
            byte[] buffer = new byte[8192];
            while (connection.getInputStream().read(buffer) >= 0) {
                // what it had sent
            }
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        over.countDown();
        server.close();
        for (Socket socket : accepted) {
            socket.close();
        }
        for (Socket socket : backlog) {
            socket.close();
        }
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "fault-server");
        thread.setDaemon(true);
        thread.start();
    }
}
