// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Metadata and responses without a script: of the service's own types where the path tells them. */
@Timeout(60)
class OperationTypeTest {

    private static final String ANY = "type.googleapis.com/";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "file | v1/projects/p/locations/l | google.cloud.common.OperationMetadata | google.protobuf.Empty",
                "dataplex | v1/projects/p/locations/l | google.cloud.dataplex.v1.OperationMetadata | google.protobuf.Empty",
                "aiplatform | v1beta1/projects/p/locations/l/endpoints/e"
                        + " | google.cloud.aiplatform.v1beta1.DeployModelOperationMetadata"
                        + " | google.cloud.aiplatform.v1beta1.DeployModelResponse",
                "aiplatform | ui/projects/p/locations/l/endpoints/e"
                        + " | google.cloud.aiplatform.v1beta1.DeployModelOperationMetadata"
                        + " | google.cloud.aiplatform.v1beta1.DeployModelResponse",
                "discoveryengine | v1/projects/p/locations/l/collections/c/engines/targetSites"
                        + " | google.cloud.discoveryengine.v1.CreateEngineMetadata"
                        + " | google.cloud.discoveryengine.v1.Engine",
                "discoveryengine | v1/projects/p/locations/l/dataStores/d/siteSearchEngine/targetSites"
                        + " | google.cloud.discoveryengine.v1.BatchCreateTargetSiteMetadata"
                        + " | google.cloud.discoveryengine.v1.BatchCreateTargetSitesResponse",
                "dialogflow | v3/projects/p | google.protobuf.Struct | google.protobuf.Empty",
            })
    void areTheServices(String service, String parent, String metadata, String response) throws Exception {
        JsonObject operation = get(service, '/' + parent + "/operations/done-x");

        assertThat(operation.object("metadata").orElseThrow().string("@type")).contains(ANY + metadata);
        assertThat(operation.object("response").orElseThrow().string("@type")).contains(ANY + response);
    }

    @Test
    void areTheSameInAList() throws Exception {
        try (FakeOperationsServer server =
                FakeOperationsServer.start(VirtualTime.manual(), Services.only("discoveryengine"), 0)) {
            String parent = "projects/p/locations/l/collections/c/engines/e";
            server.operation(parent + "/operations/o");

            assertThat(new Curl(server).get("/v1/" + parent + "/operations").body())
                    .contains(ANY + "google.cloud.discoveryengine.v1.CreateEngineMetadata");
        }
    }

    @Test
    void haveTheTimesWhereTheTypeHasThem() throws Exception {
        String time = "2026-01-01T00:00:00Z";

        assertThat(metadata("discoveryengine", "/v1/projects/p/locations/l/collections/c/engines/e/operations/stuck-x"))
                .endsWith("\"createTime\":\"%s\",\"updateTime\":\"%s\"}".formatted(time, time));
        assertThat(metadata("aiplatform", "/v1beta1/projects/p/locations/l/endpoints/e/operations/stuck-x"))
                .endsWith("\"genericMetadata\":{\"createTime\":\"%s\",\"updateTime\":\"%s\"}}".formatted(time, time));
        assertThat(metadata("dialogflow", "/v3/projects/p/operations/stuck-x")).endsWith("\"value\":{}}");
    }

    @Test
    void haveTheServicesWordForACancel() throws Exception {
        try (FakeOperationsServer server =
                FakeOperationsServer.start(VirtualTime.manual(), Services.only("dataplex"), 0)) {
            Curl curl = new Curl(server);
            String path = "/v1/projects/p/locations/l/operations/stuck-x";
            curl.post(path + ":cancel");

            assertThat(curl.get(path).body()).contains("\"requestedCancellation\":true");
        }
    }

    @Test
    void areLeftOutWhereThePathIsOfSeveralServices() throws Exception {
        try (FakeOperationsServer server = FakeOperationsServer.start(VirtualTime.manual(), Services.ALL, 0)) {
            JsonObject operation = JsonObject.parse(new Curl(server)
                    .get("/v1/projects/p/locations/l/operations/done-x")
                    .body());

            assertThat(operation.fields()).containsExactly("name", "done", "response");
            assertThat(operation.object("response").orElseThrow().string("@type"))
                    .contains(ANY + "google.protobuf.Empty");
        }
    }

    @Test
    void areLeftOutWhereTheyAreNotKnown() throws Exception {
        assertThat(get("discoveryengine", "/v1/projects/p/locations/l/dataStores/d/widgets/w/operations/stuck-x")
                        .fields())
                .containsExactly("name");
        assertThat(get("translate", "/v3/projects/p/locations/l/operations/stuck-x")
                        .fields())
                .containsExactly("name");
    }

    private static String metadata(String service, String path) throws Exception {
        return get(service, path).raw("metadata").orElseThrow();
    }

    private static JsonObject get(String service, String path) throws Exception {
        try (FakeOperationsServer server =
                FakeOperationsServer.start(VirtualTime.manual(), Services.only(service), 0)) {
            return JsonObject.parse(new Curl(server).get(path).body());
        }
    }
}
