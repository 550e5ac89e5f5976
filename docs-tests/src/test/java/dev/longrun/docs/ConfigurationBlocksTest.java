// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.json.JsonObject;
import dev.longrun.service.ServiceTable;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Blocks that are neither Java nor commands: each is of a known kind, and what it names exists. */
class ConfigurationBlocksTest {
    private static final Set<String> LANGUAGES =
            Set.of("java", "kotlin", "console", "sh", "text", "xml", "json", "services", "properties", "yaml");

    @Test
    void everyBlockIsOfAKindThatIsTried() {
        List<FencedBlock> blocks = DocumentFiles.all().stream()
                .flatMap(page -> FencedBlock.of(page).stream())
                .toList();
        blocks.forEach(block -> block.modules().forEach(GuideModule::of));
        assertThat(blocks.stream().filter(block -> !LANGUAGES.contains(block.language())))
                .as("blocks of another language than %s", LANGUAGES)
                .isEmpty();
        for (FencedBlock output : blocks) {
            assertThat(!output.language().equals("text")
                            || blocks.stream()
                                    .anyMatch(block -> List.of("java", "kotlin").contains(block.language())
                                            && output.directlyFollows(block)))
                    .as("%s is the output of a program directly before it", output)
                    .isTrue();
        }
    }

    @Test
    void dependenciesAreInTheBillOfMaterials() throws Exception {
        Set<String> managed = artifacts(DocumentFiles.read(Path.of("bom/pom.xml")));
        for (FencedBlock block : FencedBlock.all("xml")) {
            assertThat(artifacts("<wrapper>" + block.text() + "</wrapper>"))
                    .as("artifacts of dev.longrun in %s", block)
                    .allMatch(artifact -> managed.contains(artifact) || artifact.equals("longrun-bom"));
        }
    }

    @Test
    void definitionsOfServicesAreRead() {
        assertThat(FencedBlock.all("services"))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(ServiceTable.parse(block.toString(), block.text())
                                .services())
                        .isNotEmpty());
    }

    @Test
    void jsonIsWellFormed() {
        for (FencedBlock block : FencedBlock.all("json")) {
            assertThat(JsonObject.parse(block.text()).fields())
                    .as("fields in %s", block)
                    .isNotEmpty();
        }
    }

    /** The artifacts of dev.longrun; a version beside them is that of this checkout. */
    private static Set<String> artifacts(String xml) throws Exception {
        NodeList found = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(
                        new StringReader(xml.substring(xml.indexOf("?>") < 0 ? 0 : xml.indexOf("?>") + 2))))
                .getElementsByTagName("dependency");
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .filter(dependency -> text(dependency, "groupId").equals("dev.longrun"))
                .peek(dependency ->
                        assertThat(text(dependency, "version")).isIn("", "0.1.0-SNAPSHOT", "${project.version}"))
                .map(dependency -> text(dependency, "artifactId"))
                .collect(Collectors.toSet());
    }

    private static String text(Element element, String name) {
        NodeList found = element.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
