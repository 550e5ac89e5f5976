// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import java.io.PrintWriter;
import java.io.StringWriter;

/** An exception as a log shows it: with its causes and all that it suppressed. */
final class StackTraces {
    private StackTraces() {}

    static String of(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
