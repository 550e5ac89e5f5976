// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

/** Chains of method calls. The formatter breaks a chain whose last dot is beyond column 80. */
final class CallChain {
    private static final int COLUMN = 80;
    private static final String STREAM = ".stream()";
    private static final String LIST = ".toList()";
    private static final String MAP = ".map(";

    private CallChain() {}

    static boolean isChain(String expression) {
        return expression.contains(MAP);
    }

    static boolean isCloseToTheLeft(String line) {
        return line.lastIndexOf(LIST) <= COLUMN;
    }

    static String broken(String indent, String expression) {
        String dot = '\n' + indent + "        ";
        return indent
                + (expression.contains(STREAM)
                        ? expression.replace(STREAM, STREAM + dot).replace(LIST, dot + LIST)
                        : expression.replace(MAP, dot + MAP));
    }
}
