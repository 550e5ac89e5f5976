// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;

/** Runs a program and writes down the URLs of the resources, other than classes, that it finds on its class path. */
final class RecordedProgram {
    private RecordedProgram() {}

    /** @param arguments the file to write, the class path, the class of the program, and the program's own */
    public static void main(String[] arguments) throws Exception {
        RecordingClassLoader loader = new RecordingClassLoader(urls(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> loader.write(Path.of(arguments[0]))));
        Thread.currentThread().setContextClassLoader(loader);
        var main = loader.loadClass(arguments[2]).getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        main.invoke(null, (Object) Arrays.copyOfRange(arguments, 3, arguments.length));
    }

    private static URL[] urls(String classPath) throws MalformedURLException {
        List<String> entries = List.of(Pattern.compile(File.pathSeparator).split(classPath));
        URL[] urls = new URL[entries.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = Path.of(entries.get(i)).toUri().toURL();
        }
        return urls;
    }

    private static final class RecordingClassLoader extends URLClassLoader {
        private final Set<String> found = new ConcurrentSkipListSet<>();

        RecordingClassLoader(URL[] classPath) {
            super(classPath, ClassLoader.getPlatformClassLoader());
        }

        @Override
        public URL findResource(String name) {
            URL resource = super.findResource(name);
            note(resource);
            return resource;
        }

        @Override
        public Enumeration<URL> findResources(String name) throws IOException {
            List<URL> resources = Collections.list(super.findResources(name));
            resources.forEach(this::note);
            return Collections.enumeration(resources);
        }

        private void note(URL resource) {
            if (resource != null && !resource.getPath().endsWith(".class")) {
                found.add(resource.toString());
            }
        }

        void write(Path file) {
            try {
                Files.write(file, found);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
