// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

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
        assertThat(Words.of(collection).singular().camel()).isEqualTo(member);
    }

    @Test
    void wordsArePutTogetherAgainInAnyWay() {
        Words words = Words.of("dataStore");

        assertThat(words).isEqualTo(Words.of("data_store")).isEqualTo(Words.of("DataStore"));
        assertThat(words.camel()).isEqualTo("dataStore");
        assertThat(words.type()).isEqualTo("DataStore");
        assertThat(words.snake()).isEqualTo("data_store");
        assertThat(words.prose()).isEqualTo("data store");
    }

    @Test
    void theArticleIsHeard() {
        assertThat(Words.of("dataStore").withArticle()).isEqualTo("a data store");
        assertThat(Words.of("engine").withArticle()).isEqualTo("an engine");
    }
}
