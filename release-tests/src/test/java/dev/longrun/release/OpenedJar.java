// SPDX-License-Identifier: Apache-2.0
package dev.longrun.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/**
 * The files in a jar.
 *
 * @param files their bytes by name
 */
record OpenedJar(TreeMap<String, byte[]> files, Manifest manifest) {

    static OpenedJar of(Path path) throws IOException {
        TreeMap<String, byte[]> files = new TreeMap<>();
        try (JarFile jar = new JarFile(path.toFile())) {
            jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .forEach(entry -> files.put(entry.getName(), read(jar, entry)));
            return new OpenedJar(files, jar.getManifest());
        }
    }

    private static byte[] read(JarFile jar, ZipEntry entry) {
        try {
            return jar.getInputStream(entry).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> names() {
        return files.keySet();
    }

    String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    /** The packages that have classes, as paths. */
    Set<String> packages() {
        return names().stream()
                .filter(name -> name.endsWith(".class") && name.contains("/") && !name.startsWith("META-INF/"))
                .map(name -> name.substring(0, name.lastIndexOf('/')))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
