// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A type that a source declares, anonymous and private nested ones left out.
 *
 * @param name the simple name
 * @param path of the source, relative to the repository
 */
record DeclaredType(String name, Path path) {

    static List<DeclaredType> in(List<Path> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<DeclaredType> types = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            var units = files.getJavaFileObjectsFromPaths(
                    sources.stream().map(Repository.ROOT::resolve).toList());
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
            for (CompilationUnitTree unit : task.parse()) {
                Path path =
                        Repository.ROOT.relativize(Path.of(unit.getSourceFile().toUri()));
                new Scanner(path, types).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return types;
    }

    private static final class Scanner extends TreeScanner<Void, Void> {
        private final Path path;
        private final List<DeclaredType> types;

        Scanner(Path path, List<DeclaredType> types) {
            this.path = path;
            this.types = types;
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            if (!type.getSimpleName().isEmpty()
                    && !type.getModifiers().getFlags().contains(Modifier.PRIVATE)) {
                types.add(new DeclaredType(type.getSimpleName().toString(), path));
            }
            return super.visitClass(type, unused);
        }
    }
}
