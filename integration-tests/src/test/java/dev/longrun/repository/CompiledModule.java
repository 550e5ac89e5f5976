// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classes of a module as its build left them in {@code target}, loaded with what they were compiled against and
 * without the class path of this test.
 */
final class CompiledModule implements Closeable {
    private static final String DESCRIPTOR = "module-info.class";

    private final MavenModule module;
    private final Path classes;
    private final URLClassLoader loader;

    CompiledModule(MavenModule module) {
        this.module = module;
        Path target = Path.of(module.directory().toString(), "target");
        this.classes = Repository.ROOT.resolve(target).resolve("classes");
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException(target + " has no classes: compile all modules first, mvn -B compile");
        }
        Stream<Path> libraries = Pattern.compile(File.pathSeparator)
                .splitAsStream(
                        Repository.read(target.resolve("compile-class-path")).strip())
                .filter(path -> !path.isEmpty())
                .map(Path::of);
        this.loader = new URLClassLoader(
                Stream.concat(Stream.of(classes), libraries)
                        .map(CompiledModule::url)
                        .toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader());
    }

    String artifactId() {
        return module.artifactId();
    }

    /** The packages that it exports to everybody; without a descriptor these are all. */
    Set<String> exportedPackages() throws IOException {
        Path descriptor = classes.resolve(DESCRIPTOR);
        if (!Files.exists(descriptor)) {
            return packages();
        }
        try (InputStream in = Files.newInputStream(descriptor)) {
            return ModuleDescriptor.read(in).exports().stream()
                    .filter(export -> !export.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    Set<String> packages() throws IOException {
        return topLevelNames()
                .filter(name -> name.contains("."))
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All top-level types, sorted by name. */
    Stream<Class<?>> topLevelTypes() throws IOException {
        return topLevelNames().map(this::load);
    }

    private Stream<String> topLevelNames() throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files
                    .map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.endsWith("-info.class"))
                    .map(file -> file.replaceFirst("\\.class$", "").replace(File.separatorChar, '.'))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
