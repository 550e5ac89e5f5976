// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source file in memory that was made of a snippet, line by line. */
final class SourceText extends SimpleJavaFileObject {
    private final Snippet snippet;
    private final String typeName;
    private final String text;

    SourceText(Snippet snippet, String pack, String name, String text) {
        super(URI.create("mem:///" + pack.replace('.', '/') + "/" + name + Kind.SOURCE.extension), Kind.SOURCE);
        this.snippet = snippet;
        this.typeName = pack + "." + name;
        this.text = text;
    }

    Snippet snippet() {
        return snippet;
    }

    /** The first type in it. */
    String typeName() {
        return typeName;
    }

    /** Whether it is a program of the document itself, and no fragment. */
    boolean isProgram() {
        return text.contains("public static void main(String[] ")
                && snippet.code().contains("import ");
    }

    /** The line of the document that a line of this file stands in. */
    String where(long line) {
        return snippet.file() + ":" + (snippet.line() + line - 1);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
