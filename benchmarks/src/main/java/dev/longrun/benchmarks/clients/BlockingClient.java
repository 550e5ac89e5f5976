// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.clients;

/** A client that is measured: each method makes one call on the calling thread, without retries. Thread-safe. */
public interface BlockingClient extends AutoCloseable {

    /** Its name in the tables. */
    String label();

    /** Gets the operation of that relative name; returns whether it is done. */
    boolean isDone(String name);

    /** As {@link #isDone}, but leaves out what the client does not do by itself. */
    default void read(String name) {
        isDone(name);
    }

    void cancel(String name);

    @Override
    void close();
}
