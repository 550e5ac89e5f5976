// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;

/**
 * Looks names up on threads of its own, because a lookup of the system cannot be stopped: a call that times out, is
 * cancelled or is interrupted leaves the lookup and ends. Calls for the same host share one lookup, so that a name
 * server that does not answer costs one thread for each host, and at most 16 threads. Thread-safe.
 */
final class AbandonableDns implements Dns {
    private static final int THREADS = 16;

    private static final ThreadLocal<okhttp3.Call> CALLER = new ThreadLocal<>();

    private final Dns lookups;
    private final Map<String, CompletableFuture<List<InetAddress>>> running = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads;

    /** @param lookups of the system or the application; those of another instance are not wrapped twice */
    AbandonableDns(Dns lookups) {
        this.lookups = lookups instanceof AbandonableDns wrapped ? wrapped.lookups : lookups;
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), AbandonableDns::daemon);
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread daemon(Runnable lookup) {
        Thread thread = new Thread(null, lookup, "longrun-dns", 0, false);
        thread.setDaemon(true);
        return thread;
    }

    /** Says which call the next lookup on this thread is for. */
    static void calledBy(okhttp3.Call call) {
        CALLER.set(call);
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        CompletableFuture<List<InetAddress>> found =
                running.computeIfAbsent(host, this::start).copy();
        okhttp3.@Nullable Call call = CALLER.get();
        CALLER.remove();
        if (call != null) {
            CallEnd.cancels(found, call);
        }
        try {
            return found.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownHostException unknown) {
                throw unknown;
            }
            throw because(failed.getCause(), host + ": the lookup failed with " + failed.getCause());
        } catch (CancellationException abandoned) {
            throw because(abandoned, host + ": no answer from the name server");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw because(interrupted, host + ": interrupted while the name was looked up");
        }
    }

    private CompletableFuture<List<InetAddress>> start(String host) {
        CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                List<InetAddress> addresses = lookups.lookup(host);
                running.remove(host);
                found.complete(addresses);
            } catch (Throwable failed) {
                running.remove(host);
                found.completeExceptionally(failed);
            }
        });
        return found;
    }

    private static UnknownHostException because(@Nullable Throwable cause, String message) {
        UnknownHostException unknown = new UnknownHostException(message);
        unknown.initCause(cause);
        return unknown;
    }

    void close() {
        threads.shutdownNow();
    }

    /** OkHttp shares connections only between clients with equal lookups. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AbandonableDns dns && lookups.equals(dns.lookups);
    }

    @Override
    public int hashCode() {
        return lookups.hashCode();
    }
}
