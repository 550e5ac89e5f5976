// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.process;

/** Hears SIGINT and SIGTERM. */
public interface SignalHandler {

    /**
     * Runs the action when the process is told to stop, unless the handle is closed before. The process ends as soon as
     * the action returns, with the exit code of the signal.
     */
    Handle onInterrupt(Runnable action);

    /** The signals of this process. */
    static SignalHandler ofProcess() {
        return new ShutdownHooks();
    }

    /** Removes the action. */
    interface Handle extends AutoCloseable {
        @Override
        void close();
    }
}
