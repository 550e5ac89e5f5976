// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFormatTest {

    @ParameterizedTest
    @CsvSource({
        "instances, instance",
        "dataStores, dataStore",
        "identity_mapping_stores, identityMappingStore",
        "indexes, index",
        "branches, branch",
        "studies, study",
        "savedQueries, savedQuery",
        "entityTypes, entityType",
        "ragCorpora, ragCorpus",
        "timeSeries, timeSeries",
        "addresses, address",
        "content, content",
        "ragMetadata, ragMetadata"
    })
    void aCollectionHasMembers(String collection, String member) {
        assertThat(CaseFormat.of(collection).singular().camel()).isEqualTo(member);
    }

    @Test
    void wordsArePutTogetherAgainInAnyWay() {
        CaseFormat words = CaseFormat.of("dataStore");

        assertThat(words).isEqualTo(CaseFormat.of("data_store")).isEqualTo(CaseFormat.of("DataStore"));
        assertThat(words.camel()).isEqualTo("dataStore");
        assertThat(words.type()).isEqualTo("DataStore");
        assertThat(words.snake()).isEqualTo("data_store");
        assertThat(words.prose()).isEqualTo("data store");
    }

    @Test
    void theArticleIsHeard() {
        assertThat(CaseFormat.of("dataStore").withArticle()).isEqualTo("a data store");
        assertThat(CaseFormat.of("engine").withArticle()).isEqualTo("an engine");
    }
}
