// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

/** A way to print a word on a terminal (ECMA-48, SGR). The word says the same without it. */
public enum AnsiStyle {
    PLAIN(""),
    BOLD("1"),
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    MAGENTA("35"),
    CYAN("36");

    private static final String BEGIN = "\u001B[";
    private static final String RESET = "\u001B[0m";

    private final String parameter;

    AnsiStyle(String parameter) {
        this.parameter = parameter;
    }

    /** @param text already escaped: what comes after it must not depend on it */
    String on(String text) {
        return this == PLAIN ? text : BEGIN + parameter + 'm' + text + RESET;
    }

    /** The style of a result with this exit code. */
    static AnsiStyle of(ExitCode code) {
        return switch (code) {
            case OK -> GREEN;
            case ENDED_OTHERWISE -> YELLOW;
            case STILL_RUNNING -> CYAN;
            case UNKNOWN -> MAGENTA;
            case ERROR, USAGE, INTERRUPTED -> RED;
        };
    }
}
