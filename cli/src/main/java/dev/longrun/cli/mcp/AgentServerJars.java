// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.mcp;

import dev.longrun.cli.output.ExitCode;
import dev.longrun.error.ConfigurationException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * The jars of the agent server. They are in a folder of their own, {@code mcp} among the jars of the command, as no
 * other command needs them.
 */
public record AgentServerJars(List<Path> jars) {
    private static final String FOLDER = "mcp";

    /**
     * The jars that came with this command.
     *
     * @throws ConfigurationException if there are none
     */
    public static AgentServerJars ofThisCommand() {
        try {
            URL command =
                    AgentServerJars.class.getProtectionDomain().getCodeSource().getLocation();
            return near(Path.of(command.toURI()));
        } catch (URISyntaxException e) {
            throw new ConfigurationException("the place of lro's own jar is not known: " + e.getMessage(), e);
        }
    }

    /** @param command the jar of {@code lro}, whose other jars are beside it or in {@code lib} */
    static AgentServerJars near(Path command) {
        List<Path> folders = List.of(command.resolveSibling("lib").resolve(FOLDER), command.resolveSibling(FOLDER));
        return folders.stream()
                .map(AgentServerJars::jars)
                .filter(jars -> !jars.isEmpty())
                .findFirst()
                .map(AgentServerJars::new)
                .orElseThrow(() -> new ConfigurationException(
                        "the jars of `lro mcp` are missing: expected in %s or in %s; a build of lro by ./lro has them"
                                .formatted(folders.get(0), folders.get(1))));
    }

    private static List<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ConfigurationException(folder + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Loads the server and serves the session.
     *
     * @throws ConfigurationException if the jars have no server
     */
    public ExitCode serve(AgentSession session) {
        // Never closed: threads that end after the session may still load a class.
        URLClassLoader loader = new URLClassLoader(
                "lro-mcp",
                jars.stream().map(AgentServerJars::url).toArray(URL[]::new),
                AgentServer.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(loader); // by which libraries find their own services
        return ServiceLoader.load(AgentServer.class, loader)
                .findFirst()
                .orElseThrow(
                        () -> new ConfigurationException("none of these jars has the server of `lro mcp`: " + jars))
                .serve(session);
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new ConfigurationException(jar + ": is no path of a jar: " + e.getMessage(), e);
        }
    }
}
