// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.process;

/** Tells of SIGINT and SIGTERM. */
public interface SignalHandler {

    /**
     * Runs {@code action} when the process is told to stop, unless the handle is closed before. The process ends, with
     * the exit code of the signal, as soon as the action returns.
     */
    Handle onInterrupt(Runnable action);

    /** Those of this process. */
    static SignalHandler ofProcess() {
        return new ShutdownHooks();
    }

    /** Ends the interest in interrupts. */
    interface Handle extends AutoCloseable {
        @Override
        void close();
    }
}
