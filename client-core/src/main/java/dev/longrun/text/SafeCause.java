// SPDX-License-Identifier: Apache-2.0
package dev.longrun.text;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for an exception of foreign code whose message, or that of a cause or a suppressed one, could not be shown
 * as it is. It has their stack traces, and prints itself under the name of the exception it stands for.
 */
public final class SafeCause extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 20;

    /** Many messages of foreign code have several lines; these forge no line of ours, as a trace has lines too. */
    private static final Pattern LINES = Pattern.compile("[\\r\\n\\t]+");

    private final String type;

    private SafeCause(Throwable original, UnaryOperator<String> hide, int depth) {
        super(shown(original, hide));
        type = original.getClass().getName();
        setStackTrace(original.getStackTrace());
        if (depth < DEEPEST) {
            if (original.getCause() != null) {
                initCause(new SafeCause(original.getCause(), hide, depth + 1));
            }
            for (Throwable suppressed : original.getSuppressed()) {
                addSuppressed(new SafeCause(suppressed, hide, depth + 1));
            }
        }
    }

    /** The exception itself if all of its messages are fit to be shown. */
    public static @Nullable Throwable of(@Nullable Throwable original) {
        return original == null ? null : of(original, SafeText::of);
    }

    /** As {@link #of(Throwable)}, by another rule, which returns a message that is fit as it is. */
    public static Throwable of(Throwable original, UnaryOperator<String> hide) {
        return isSafe(original, hide, 0) ? original : new SafeCause(original, hide, 0);
    }

    private static boolean isSafe(Throwable thrown, UnaryOperator<String> hide, int depth) {
        String lines = LINES.matcher(thrown.toString()).replaceAll(" ");
        if (depth > DEEPEST || !hide.apply(lines).equals(lines)) {
            return false;
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (!isSafe(suppressed, hide, depth + 1)) {
                return false;
            }
        }
        return thrown.getCause() == null || isSafe(thrown.getCause(), hide, depth + 1);
    }

    private static @Nullable String shown(Throwable original, UnaryOperator<String> hide) {
        return original.getMessage() == null ? null : hide.apply(original.getMessage());
    }

    /** Under the other exception's name: its type is what a reader of the trace looks for. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // getMessage() cannot replace the name of the class
    public String toString() {
        return getMessage() == null ? type : type + ": " + getMessage();
    }
}
