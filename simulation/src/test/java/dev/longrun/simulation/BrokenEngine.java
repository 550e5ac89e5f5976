// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The engine with one class changed, and a simulation of it: a class loader that reads all our classes again, with the
 * changed one in place of its original.
 */
final class BrokenEngine extends ClassLoader {
    private static final String OURS = "dev.longrun.";

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** One for all changes, as it keeps what it has read of the class path. */
    private static final JavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    private final Map<String, byte[]> changed;
    private final Method findings;

    private BrokenEngine(Map<String, byte[]> changed) {
        super(BrokenEngine.class.getClassLoader());
        this.changed = changed;
        try {
            findings = loadClass(Simulation.class.getName()).getDeclaredMethod("findings", long.class);
            findings.setAccessible(true);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param file of the engine, relative to the sources of its module, such as {@code cancel/CancelTask.java}
     * @throws IllegalStateException if the text is not in the file once, or the change does not compile
     */
    static BrokenEngine with(String file, String text, String replacement) {
        Path path = root().resolve("client-core/src/main/java/dev/longrun").resolve(file);
        String source = read(path);
        int first = source.indexOf(text);
        if (first < 0 || source.indexOf(text, first + 1) >= 0) {
            throw new IllegalStateException(
                    file + " must have this text once, for the simulation to break it: " + text);
        }
        return new BrokenEngine(compiled(file, source.replace(text, replacement)));
    }

    /** What a simulation of this engine finds. */
    List<?> findings(long seed) {
        try {
            return (List<?>) findings.invoke(null, seed);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] bytes = changed.containsKey(name) ? changed.get(name) : original(name);
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    private byte[] original(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** One at a time, as file managers are not thread-safe. */
    private static synchronized Map<String, byte[]> compiled(String file, String source) {
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        JavaFileObject text = new SimpleJavaFileObject(URI.create("changed:///" + file), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        StringWriter messages = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-nowarn", "-Xlint:none", "-cp", System.getProperty("java.class.path"));
        if (!COMPILER.getTask(messages, output(classes), null, options, null, List.of(text))
                .call()) {
            throw new IllegalStateException("the change of " + file + " does not compile: " + messages);
        }
        Map<String, byte[]> bytes = new HashMap<>();
        classes.forEach((name, content) -> bytes.put(name, content.toByteArray()));
        return bytes;
    }

    private static JavaFileManager output(Map<String, ByteArrayOutputStream> classes) {
        return new ForwardingJavaFileManager<>(FILES) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("changed:///" + name), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return classes.computeIfAbsent(name, key -> new ByteArrayOutputStream());
                    }
                };
            }
        };
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The repository, whatever directory the tests run in. */
    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("ARCHITECTURE.md"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
