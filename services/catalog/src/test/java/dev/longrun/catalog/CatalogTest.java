// SPDX-License-Identifier: Apache-2.0
package dev.longrun.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.endpoint.Endpoints;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogTest {
    private static final ServiceRegistry REGISTRY = ServiceRegistry.of(new Catalog());

    static Stream<ServiceDefinition> definitions() {
        return REGISTRY.services().stream().flatMap(service -> REGISTRY.versions(service).stream());
    }

    @Test
    void isFoundOnTheClassPath() {
        assertThat(ServiceRegistry.load().services()).isEqualTo(REGISTRY.services());
    }

    @Test
    void yieldsToTypedModules() {
        assertThat(new Catalog().fallback()).isTrue();
    }

    /** The counts are those of the configurations it was made from; they change when the table is regenerated. */
    @Test
    void hasAllServices() {
        assertThat(REGISTRY.services()).hasSize(135);
        assertThat(definitions()).hasSize(221);
    }

    @ParameterizedTest
    @CsvSource({"GET, 220", "LIST, 190", "CANCEL, 164", "DELETE, 153", "WAIT, 11"})
    void hasAllMethods(ApiMethod rpc, int versions) {
        assertThat(definitions().filter(d -> !d.rules(rpc).isEmpty())).hasSize(versions);
    }

    @Nested
    class Oddities {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "datalabeling | v1beta1 | CANCEL | GET /v1beta1/{name=projects/*/operations/*}:cancel",
                    "speech       | v1      | GET    | GET /v1/operations/{name=**}",
                    "cloudfunctions | v1    | LIST   | GET /v1/operations",
                    "pubsublite   | v1      | GET    | GET /v1/admin/{name=projects/*/locations/*/operations/*}",
                    "bigtableadmin | v2     | LIST   | GET /v2/{name=operations/projects/**}/operations",
                    "iam | v1 | GET | GET /v1beta/{name=projects/*/locations/*/workloadIdentityPools/*/operations/*}",
                    "generativelanguage | v1 | CANCEL | POST* /v1/{name=tunedModels/*/operations/*}:cancel",
                    "documentai   | v1      | LIST   | GET /v1/{name=projects/*/locations/*/operations}",
                    "run          | v2      | WAIT   | POST* /v2/{name=projects/*/locations/*/operations/*}:wait",
                    "aiplatform   | v1      | WAIT   | POST /v1/{name=projects/*/locations/*/operations/*}:wait",
                })
        void areKept(String service, String version, ApiMethod rpc, String first) {
            assertThat(REGISTRY.service(service, version).rules(rpc).get(0)).hasToString(first);
        }

        @ParameterizedTest
        @CsvSource({
            "cloudfunctions,     v1, operations/o",
            "speech,             v1, 123",
            "generativelanguage, v1, batches/b",
            "storagetransfer,    v1, transferOperations/t",
            "visionai,           v1, projects/p/locations/l/warehouseOperations/o",
            "admanager,          v1, networks/n/operations/reports/runs/r",
        })
        void areNamesLikeOthers(String service, String version, String name) {
            ServiceDefinition definition = REGISTRY.service(service, version);
            assertThat(definition.documents(
                            ApiMethod.GET, OperationName.of(definition, name).resource()))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "file, v1",
        "filestore, v1",
        "dialogflow-cx, v3",
        "vertex-ai, v1",
        "iam, v3",
        "jobs, v4",
        "googleads, v25",
        "datalabeling, v1beta1",
        "lifesciences, v2beta",
    })
    void unaskedTheNewestStableVersionIsTaken(String service, String version) {
        assertThat(REGISTRY.service(service).version()).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({
        "aiplatform.googleapis.com, europe-west4, europe-west4-aiplatform.googleapis.com",
        "aiplatform.googleapis.com, us,           aiplatform.us.rep.googleapis.com",
        "aiplatform.googleapis.com, eu,           aiplatform.eu.rep.googleapis.com",
        "aiplatform.googleapis.com, global,       aiplatform.googleapis.com",
        "dialogflow.googleapis.com, europe-west1, europe-west1-dialogflow.googleapis.com",
        "dialogflow.googleapis.com, us,           us-dialogflow.googleapis.com",
        "dialogflow.googleapis.com, global,       dialogflow.googleapis.com",
        "discoveryengine.googleapis.com, us,      us-discoveryengine.googleapis.com",
        "discoveryengine.googleapis.com, eu,      eu-discoveryengine.googleapis.com",
        "discoveryengine.googleapis.com, global,  discoveryengine.googleapis.com",
        "dataplex.googleapis.com, us-central1,    dataplex.googleapis.com",
        "file.googleapis.com, us-central1-a,      file.googleapis.com",
        "spanner.googleapis.com, us-central1,     spanner.googleapis.com",
    })
    void hostsFollowTheLocationWhereThatIsDocumented(String service, String location, String host) {
        OperationName name = REGISTRY.operation("//" + service + "/projects/p/locations/" + location + "/operations/o");
        assertThat(Endpoints.google().resolve(name)).hasToString("https://" + host);
    }
}
