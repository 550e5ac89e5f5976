// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameFormTest {
    private final NameForm sites = new NameForm("projects/*/dataStores/*/siteSearchEngine/targetSites");

    @Test
    void aStepIsACollectionWithAnIdOrASegmentThatStandsForItself() {
        assertThat(sites.lineage())
                .extracting(NameForm::pattern)
                .containsExactly(
                        "projects/*",
                        "projects/*/dataStores/*",
                        "projects/*/dataStores/*/siteSearchEngine",
                        "projects/*/dataStores/*/siteSearchEngine/targetSites");
    }

    @Test
    void aMemberIsSingularAndACollectionIsWhatItIs() {
        assertThat(sites.label().camel()).isEqualTo("targetSites");
        assertThat(new NameForm(sites.pattern() + "/*").label().camel()).isEqualTo("targetSite");
    }

    @Test
    void itReadsAsDocumentationHasIt() {
        assertThat(sites.readable())
                .isEqualTo("projects/{project}/dataStores/{data_store}/siteSearchEngine/targetSites");
    }
}
