// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import java.util.Map;

/**
 * Whether text is coloured.
 *
 * @param out on stdout
 * @param err on stderr
 */
public record Colors(boolean out, boolean err) {
    /** Nothing is coloured. */
    public static final Colors NONE = new Colors(false, false);

    /** The values of {@code --color}. */
    public enum When {
        /** On a terminal, unless the environment says otherwise. */
        AUTO,
        ALWAYS,
        NEVER
    }

    /**
     * Follows no-color.org and bixense.com/clicolors: {@code NO_COLOR} switches colours off if it is not empty, else
     * {@code CLICOLOR_FORCE} switches them on if it is neither empty nor 0, else they are for terminals, but not with
     * {@code CLICOLOR=0} or {@code TERM=dumb}.
     *
     * @param out whether stdout is a terminal
     * @param err whether stderr is one
     */
    public static Colors of(When when, Map<String, String> environment, boolean out, boolean err) {
        return switch (when) {
            case ALWAYS -> new Colors(true, true);
            case NEVER -> NONE;
            case AUTO -> automatic(environment, out, err);
        };
    }

    private static Colors automatic(Map<String, String> environment, boolean out, boolean err) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return NONE;
        }
        String forced = environment.getOrDefault("CLICOLOR_FORCE", "");
        if (!forced.isEmpty() && !forced.equals("0")) {
            return new Colors(true, true);
        }
        boolean plain = "0".equals(environment.get("CLICOLOR")) || "dumb".equals(environment.get("TERM"));
        return plain ? NONE : new Colors(out, err);
    }
}
