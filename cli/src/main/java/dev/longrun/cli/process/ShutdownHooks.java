// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.process;

/**
 * Hears signals by shutdown hooks: the JVM's own handling of signals sets the exit codes, 130 for SIGINT and 143 for
 * SIGTERM.
 */
final class ShutdownHooks implements SignalHandler {

    @Override
    public Handle onInterrupt(Runnable action) {
        Thread hook = new Thread(action, "lro-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> remove(hook);
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            // The hook runs now, and the process ends with it.
        }
    }
}
