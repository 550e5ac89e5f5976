// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.process;

/**
 * A configuration of {@code java.util.logging} without handlers. The JDK creates it in place of its own when something
 * logs for the first time, so a command that logs nothing pays nothing.
 */
public final class SilentLogging {

    /** For {@link java.util.logging.LogManager}. */
    public SilentLogging() {}

    /** Before anything logs. */
    public static void install() {
        System.setProperty("java.util.logging.config.class", SilentLogging.class.getName());
    }
}
