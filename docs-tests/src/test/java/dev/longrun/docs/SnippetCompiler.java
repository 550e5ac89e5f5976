// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles all snippets in one run of javac. A warning is an error: no document shows what is deprecated. */
final class SnippetCompiler {
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
    private static final List<String> OPTIONS = List.of(
            "-proc:none",
            "--release",
            "17",
            "-Xlint:deprecation,removal,unchecked,rawtypes,fallthrough,static",
            "-Werror",
            "-Xmaxerrs",
            "1000");
    private static final List<String> PARSING = List.of("-source", "17", "-proc:none", "-Xmaxerrs", "10000");

    private SnippetCompiler() {}

    /** What javac says against them, with the line of the document; classes are written to the directory. */
    static List<String> compile(List<SourceText> sources, Path directory) {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = JAVAC.getStandardFileManager(found, null, null)) {
            List<String> options = Stream.concat(
                            OPTIONS.stream(),
                            Stream.of("-d", directory.toString(), "-cp", System.getProperty("java.class.path")))
                    .toList();
            JAVAC.getTask(null, files, found, options, null, sources).call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.getDiagnostics().stream()
                .filter(each -> each.getKind() != Diagnostic.Kind.NOTE)
                .map(SnippetCompiler::line)
                .toList();
    }

    /** In the first form that javac can parse, each in a package by the name of its page. */
    static List<SourceText> sources(List<Snippet> snippets) {
        SourceText[] sources = new SourceText[snippets.size()];
        for (SnippetForm form : SnippetForm.values()) {
            List<SourceText> tried = IntStream.range(0, sources.length)
                    .filter(i -> sources[i] == null
                            && SnippetForm.of(snippets.get(i)).contains(form))
                    .peek(i -> sources[i] = form.source(snippets.get(i), packageOf(snippets.get(i)), "Block" + i))
                    .mapToObj(i -> sources[i])
                    .toList();
            Set<JavaFileObject> malformed = malformed(tried);
            boolean isLast = form == SnippetForm.EXPRESSIONS;
            IntStream.range(0, sources.length)
                    .filter(i -> malformed.contains(sources[i]) && !isLast)
                    .forEach(i -> sources[i] = null);
        }
        return List.of(sources);
    }

    private static String packageOf(Snippet snippet) {
        return "pages." + snippet.file().toString().replaceAll("\\W+", "_").toLowerCase(Locale.ROOT);
    }

    private static Set<JavaFileObject> malformed(List<SourceText> sources) {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        if (!sources.isEmpty()) {
            try {
                ((JavacTask) JAVAC.getTask(null, null, found, PARSING, null, sources)).parse();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(Diagnostic::getSource)
                .collect(Collectors.toSet());
    }

    private static String line(Diagnostic<? extends JavaFileObject> found) {
        String message = found.getMessage(Locale.ROOT).replace("\n", " ");
        return found.getSource() instanceof SourceText source
                ? source.where(found.getLineNumber()) + ": " + message
                : message;
    }
}
