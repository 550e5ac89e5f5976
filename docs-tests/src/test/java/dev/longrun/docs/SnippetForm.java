// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a piece of Java becomes a source file. The first form that javac can parse is the right one. */
enum SnippetForm {
    /** It is one already, with its own imports. */
    WHOLE_FILE {
        @Override
        SourceText source(Snippet snippet, String pack, String name) {
            Matcher type = TYPE.matcher(snippet.code());
            return new SourceText(
                    snippet, pack, type.find() ? type.group(1) : name, "package " + pack + "; " + snippet.code());
        }
    },
    STATEMENTS {
        @Override
        SourceText source(Snippet snippet, String pack, String name) {
            return inClass(snippet, pack, name, "void block() throws Exception { ", snippet.code(), "}");
        }
    },
    MEMBERS {
        @Override
        SourceText source(Snippet snippet, String pack, String name) {
            return inClass(snippet, pack, name, "", snippet.code(), "");
        }
    },
    /** Each from the left margin, among statements perhaps; a comment says what it comes to. */
    EXPRESSIONS {
        @Override
        SourceText source(Snippet snippet, String pack, String name) {
            String code = EXPRESSION
                    .matcher(COMMENT.matcher(snippet.code()).replaceAll("$1"))
                    .replaceAll(each -> Matcher.quoteReplacement(statement(each.group())));
            return inClass(snippet, pack, name, "void block() throws Exception { ", code, "}");
        }
    };

    private static final Pattern TYPE = Pattern.compile(
            "(?m)^(?:public |final |abstract |sealed )*" + "(?:class|interface|enum|record|@interface) (\\w+)");
    private static final Pattern COMMENT = Pattern.compile("(\"[^\"\\n]*\")|\\s*//[^\\n]*");
    private static final Pattern EXPRESSION = Pattern.compile("(?m)^[^\\s).}][^\\n]*\\n(?:(?:[\\s).}][^\\n]*)?\\n)*");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import [^;]+;");

    /** A type without imports stands in a class too, so that it has the names of its reader. */
    static List<SnippetForm> of(Snippet snippet) {
        return Stream.of(values())
                .filter(form -> form != WHOLE_FILE || snippet.code().contains("import "))
                .toList();
    }

    abstract SourceText source(Snippet snippet, String pack, String name);

    private static String statement(String code) {
        String rest = code.stripTrailing();
        return rest.endsWith(";") ? code : "use(" + rest + ");" + code.substring(rest.length());
    }

    /** All that comes before the code is on its first line, so that line numbers stay. */
    private static SourceText inClass(
            Snippet snippet, String pack, String name, String before, String code, String after) {
        String own = IMPORT.matcher(code).results().map(each -> each.group()).collect(Collectors.joining(" "));
        String text = "package " + pack + "; " + own + " " + snippet.context().header() + " class " + name + " extends "
                + snippet.context().reader().getName() + " { "
                + snippet.context().members() + " " + before
                + IMPORT.matcher(code).replaceAll("") + after + " }\n";
        return new SourceText(snippet, pack, name, text);
    }
}
