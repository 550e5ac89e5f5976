// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests.typed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.aiplatform.v1beta1.Aiplatform;
import dev.longrun.compute.v1.Compute;
import dev.longrun.container.v1.Container;
import dev.longrun.dataplex.v1.Dataplex;
import dev.longrun.dialogflow.cx.v3beta1.DialogflowCx;
import dev.longrun.discoveryengine.v1.DiscoveryEngine;
import dev.longrun.filestore.v1.Filestore;
import dev.longrun.service.OperationName;
import dev.longrun.sqladmin.v1.Sqladmin;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TypedHostsTest {

    static Stream<Arguments> operations() {
        return Stream.of(
                Arguments.of(vertex("us-central1"), "us-central1-aiplatform.googleapis.com"),
                Arguments.of(vertex("eu"), "aiplatform.eu.rep.googleapis.com"),
                Arguments.of(vertex("global"), "aiplatform.googleapis.com"),
                Arguments.of(dataplex("us-central1"), "dataplex.googleapis.com"),
                Arguments.of(Dataplex.organization("1").location("global").operation("o"), "dataplex.googleapis.com"),
                Arguments.of(dialogflow("europe-west1"), "europe-west1-dialogflow.googleapis.com"),
                Arguments.of(dialogflow("us"), "us-dialogflow.googleapis.com"),
                Arguments.of(dialogflow("global"), "dialogflow.googleapis.com"),
                Arguments.of(DialogflowCx.project("p").operation("o"), "dialogflow.googleapis.com"),
                Arguments.of(discoveryEngine("us"), "us-discoveryengine.googleapis.com"),
                Arguments.of(discoveryEngine("eu"), "eu-discoveryengine.googleapis.com"),
                Arguments.of(discoveryEngine("global"), "discoveryengine.googleapis.com"),
                Arguments.of(discoveryEngine("us-central1"), "discoveryengine.googleapis.com"),
                Arguments.of(filestore("us-central1-a"), "file.googleapis.com"),
                Arguments.of(Container.project("p").zone("us-central1-a").operation("o"), "container.googleapis.com"),
                Arguments.of(Sqladmin.project("p").operation("o"), "sqladmin.googleapis.com"),
                Arguments.of(Compute.project("p").region("us-central1").operation("o"), "compute.googleapis.com"),
                Arguments.of(Compute.locations().global().operation("o"), "compute.googleapis.com"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theLocationOfTheNameTellsTheHost(OperationName name, String host) {
        assertThat(name.service().host(name.location())).isEqualTo(host);
    }

    private static OperationName vertex(String location) {
        return Aiplatform.project("p").location(location).endpoint("e").operation("o");
    }

    private static OperationName dataplex(String location) {
        return Dataplex.project("p").location(location).operation("o");
    }

    private static OperationName dialogflow(String location) {
        return DialogflowCx.project("p").location(location).operation("o");
    }

    private static OperationName discoveryEngine(String location) {
        return DiscoveryEngine.project("p")
                .location(location)
                .collection("c")
                .engine("e")
                .operation("o");
    }

    private static OperationName filestore(String location) {
        return Filestore.project("p").location(location).operation("o");
    }
}
