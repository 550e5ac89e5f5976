// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import dev.longrun.cli.Lro;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command as a build has it: {@code lro.jar} in a folder, and the agent server's jars in {@code lib/mcp}. */
final class InstalledLro {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path OWN = TARGET.resolve("classes");

    private final Path jar;
    private final String classPath;

    private InstalledLro(Path jar, String classPath) {
        this.jar = jar;
        this.classPath = classPath;
    }

    static InstalledLro in(Path folder) throws IOException {
        Path jars = Files.createDirectories(folder.resolve("lib").resolve("mcp"));
        for (Path library : libraries()) {
            Files.copy(library, jars.resolve(library.getFileName()));
        }
        jar(OWN, jars.resolve("longrun-mcp.jar"));
        Path command = folder.resolve("lro.jar");
        if (Files.isDirectory(commandClasses())) {
            jar(commandClasses(), command);
        } else {
            Files.copy(commandClasses(), command);
        }
        return new InstalledLro(
                command,
                Stream.concat(Stream.of(command), jarsOfTheCommand().stream())
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)));
    }

    /** The jars that a build puts into the folder besides the server's own. */
    static List<Path> libraries() throws IOException {
        try (Stream<Path> files = Files.list(TARGET.resolve("lib"))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("longrun-mcp"))
                    .toList();
        }
    }

    /** What the command has on its class path besides its own classes. */
    static List<Path> jarsOfTheCommand() throws IOException {
        Set<Path> others = libraries().stream().map(Path::getFileName).collect(Collectors.toSet());
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> !entry.startsWith(TARGET) && !entry.equals(commandClasses()))
                .filter(entry -> !others.contains(entry.getFileName()))
                .toList();
    }

    /** The words that start the command. */
    List<String> command(List<String> javaOptions, String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1"); // starts sooner
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", classPath, Lro.class.getName()));
        command.addAll(List.of(words));
        return command;
    }

    Path folder() {
        return jar.getParent();
    }

    private static Path commandClasses() {
        try {
            return Path.of(Lro.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void jar(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }
}
