// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClassNamesTest {

    @Test
    void aFormIsCalledByItsCollection() {
        assertThat(names("projects/*/dataStores/*")).containsExactly("DataStoreName");
    }

    @Test
    void theTypeOfTheTableGoesBeforeTheCollection() {
        Map<String, NameTable.ResourceType> types =
                Map.of("projects/*/scans/*/jobs/*", new NameTable.ResourceType("DataScanJob", "DataScanJob"));

        assertThat(names(types, "projects/*/scans/*/jobs/*")).containsExactly("DataScanJobName");
    }

    @Test
    void formsOfOneTypeGetAsManyStepsAsTellThemApart() {
        assertThat(names(
                        "projects/*/dataStores/*/sessions/*",
                        "projects/*/collections/*/dataStores/*/sessions/*",
                        "projects/*/collections/*/engines/*/sessions/*"))
                .containsExactly("ProjectDataStoreSessionName", "CollectionDataStoreSessionName", "EngineSessionName");
    }

    @Test
    void theStartOfANameIsAStepToo() {
        assertThat(names("publishers/*", "projects/*/publishers/*"))
                .containsExactly("RootPublisherName", "ProjectPublisherName");
    }

    @Test
    void aStepThatTheTypeBeginsWithIsNotSaidTwice() {
        NameTable.ResourceType type = new NameTable.ResourceType("SessionEntityType", "SessionEntityType");
        String inAgent = "agents/*/sessions/*/entityTypes/*";
        String inEnvironment = "environments/*/sessions/*/entityTypes/*";

        assertThat(names(Map.of(inAgent, type, inEnvironment, type), inAgent, inEnvironment))
                .containsExactly("AgentSessionEntityTypeName", "EnvironmentSessionEntityTypeName");
    }

    @Test
    void whatIsCalledOtherwiseHasNoPartInItsType() {
        Map<String, NameTable.ResourceType> types = Map.of(
                "endpoints/*", new NameTable.ResourceType("Endpoint", "Endpoint"),
                "models/*", new NameTable.ResourceType("Endpoint", "ModelEndpoint"));

        assertThat(names(types, "endpoints/*", "models/*")).containsExactly("EndpointName", "ModelEndpointName");
    }

    private static List<String> names(String... patterns) {
        return names(Map.of(), patterns);
    }

    private static List<String> names(Map<String, NameTable.ResourceType> types, String... patterns) {
        List<NameForm> forms = Stream.of(patterns).map(NameForm::new).toList();
        ClassNames names = new ClassNames(forms, types);
        return forms.stream().map(names::of).toList();
    }
}
