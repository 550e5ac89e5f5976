// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A module of the build as its {@code pom.xml} declares it.
 *
 * @param directory relative to the repository
 * @param pom the root element
 */
record MavenModule(Path directory, Element pom) {

    /** A dependency as it is written, with {@code compile} where no scope is. */
    record Dependency(String groupId, String artifactId, String scope, boolean optional) {}

    /** All modules that a build without profiles builds, in the order in which they are listed. */
    static List<MavenModule> ofTheBuild() {
        return in(Path.of("")).below("modules", "module").toList();
    }

    /** The modules that only profiles build. */
    static List<MavenModule> ofProfiles() {
        return in(Path.of("")).below("profiles", "profile", "modules", "module").toList();
    }

    /** The projects that use what is installed, as users do. */
    static List<MavenModule> outside() {
        return Repository.poms().stream()
                .filter(pom -> pom.startsWith("outside"))
                .map(pom -> in(pom.getParent()))
                .toList();
    }

    /** The modules whose jars are for users. */
    static List<MavenModule> published() {
        return ofTheBuild().stream().filter(MavenModule::isPublished).toList();
    }

    static MavenModule in(Path directory) {
        Path file = Repository.ROOT.resolve(directory).resolve("pom.xml");
        try {
            return new MavenModule(
                    directory,
                    DocumentBuilderFactory.newDefaultInstance()
                            .newDocumentBuilder()
                            .parse(file.toFile())
                            .getDocumentElement());
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    private Stream<MavenModule> below(String... path) {
        return elements(pom, path)
                .map(module -> in(directory.resolve(module.getTextContent().strip())))
                .flatMap(module -> Stream.concat(Stream.of(module), module.below(path)));
    }

    String artifactId() {
        return text(pom, "artifactId").orElseThrow();
    }

    /** Whether {@code mvn deploy} publishes a jar of it. */
    boolean isPublished() {
        return !text(pom, "packaging").equals(Optional.of("pom"))
                && elements(pom, "properties", "maven.deploy.skip").findAny().isEmpty();
    }

    /** Its own dependencies, without those that it inherits. */
    List<Dependency> dependencies() {
        return dependencies(pom);
    }

    /** What its {@code dependencyManagement} lists. */
    List<Dependency> managed() {
        return elements(pom, "dependencyManagement")
                .findFirst()
                .map(MavenModule::dependencies)
                .orElse(List.of());
    }

    private static List<Dependency> dependencies(Element parent) {
        return elements(parent, "dependencies", "dependency")
                .map(each -> new Dependency(
                        text(each, "groupId").orElseThrow(),
                        text(each, "artifactId").orElseThrow(),
                        text(each, "scope").orElse("compile"),
                        text(each, "optional").equals(Optional.of("true"))))
                .toList();
    }

    private static Stream<Element> elements(Element parent, String... path) {
        Stream<Element> found = Stream.of(parent);
        for (String name : path) {
            found = found.flatMap(element ->
                    children(element).filter(child -> child.getTagName().equals(name)));
        }
        return found;
    }

    private static Stream<Element> children(Node parent) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    private static Optional<String> text(Element parent, String name) {
        return elements(parent, name)
                .findFirst()
                .map(element -> element.getTextContent().strip());
    }
}
