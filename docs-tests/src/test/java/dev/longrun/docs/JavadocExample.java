// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The examples in the Javadoc of a source file. */
final class JavadocExample {
    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\n(.*?)\n *\\* *}</pre>", Pattern.DOTALL);
    /** JSON and HTTP. */
    private static final Pattern OTHER_LANGUAGE = Pattern.compile("\\{?\"|HTTP/");

    private static final Pattern MARGIN = Pattern.compile("(?m)^ *\\* ?");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern PUBLIC =
            Pattern.compile("(?m)^(?:@\\w+.*\n)*public (?:[a-z]+ )*(?:class|interface|enum|record|@interface) ");

    private JavadocExample() {}

    /** All examples of a file in Java; a body of three dots is empty. */
    static Stream<Snippet> of(Path file) {
        String source = DocumentFiles.read(file);
        return EXAMPLE.matcher(source)
                .results()
                .map(example -> snippet(file, source, example))
                .filter(snippet -> !OTHER_LANGUAGE.matcher(snippet.code()).lookingAt())
                .filter(snippet -> !snippet.code().contains("Context.current()") || GuideModule.OPENTELEMETRY.isHere());
    }

    /** Whether the page of a package has an example directly after its first paragraph. */
    static boolean startsWithExample(String packageInfo) {
        String comment = MARGIN.matcher(packageInfo.substring(packageInfo.indexOf("/**") + 3))
                .replaceAll("");
        int example = comment.indexOf("<pre>{@code");
        int paragraph = comment.indexOf("<p>");
        return example >= 0 && (paragraph < 0 || example < paragraph);
    }

    static boolean isPublicType(String source) {
        return PUBLIC.matcher(source).find();
    }

    /** The sources of a package, written by hand and generated. */
    static List<Path> sources(String module, String pack) {
        String directory = pack.replace('.', '/');
        return Stream.of("src/main/java", "src/main/kotlin", "target/generated-sources/tables")
                .map(root -> Path.of(module, root, directory))
                .filter(path -> Files.isDirectory(DocumentFiles.ROOT.resolve(path)))
                .flatMap(JavadocExample::files)
                .sorted()
                .toList();
    }

    private static Stream<Path> files(Path directory) {
        String[] names = DocumentFiles.ROOT.resolve(directory).toFile().list((parent, name) -> name.endsWith(".java"));
        return names == null ? Stream.of() : Stream.of(names).map(directory::resolve);
    }

    private static Snippet snippet(Path file, String source, MatchResult example) {
        Matcher pack = PACKAGE.matcher(source);
        if (!pack.find()) {
            throw new IllegalStateException(file + " has no package");
        }
        int line = (int) source.substring(0, example.start(1)).lines().count() + 1;
        String code = MARGIN.matcher(example.group(1)).replaceAll("").replace("{ … }", "{}") + "\n";
        return new Snippet(file, line, code, ReaderContext.ofPackage(pack.group(1)));
    }
}
