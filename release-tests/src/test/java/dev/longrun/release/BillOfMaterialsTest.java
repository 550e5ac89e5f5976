// SPDX-License-Identifier: Apache-2.0
package dev.longrun.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bill of materials beside each jar, for scanners. */
class BillOfMaterialsTest {

    @ParameterizedTest
    @MethodSource("dev.longrun.release.ReleasedArtifact#withJars")
    void namesTheJarAndEachLibraryWithLicence(ReleasedArtifact artifact) throws IOException {
        JsonNode bill = new ObjectMapper().readTree(Files.readAllBytes(artifact.billOfMaterials()));
        assertThat(bill.path("bomFormat").textValue()).isEqualTo("CycloneDX");
        JsonNode component = bill.path("metadata").path("component");
        assertThat(component.path("name").textValue()).isEqualTo(artifact.id());
        assertThat(component.path("version").textValue()).isEqualTo(artifact.version());
        assertThat(bill.path("components")).isNotEmpty().allSatisfy(library -> {
            assertThat(library.path("purl").textValue()).startsWith("pkg:maven/");
            assertThat(library.path("licenses"))
                    .as(library.path("purl").textValue())
                    .isNotEmpty();
        });
    }
}
