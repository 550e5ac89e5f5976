// SPDX-License-Identifier: Apache-2.0
package dev.longrun.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.endpoint.Endpoints;
import dev.longrun.error.ConfigurationException;
import dev.longrun.name.InvalidNameException;
import dev.longrun.name.Location;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.Dialect;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import java.util.Optional;
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

    /** The counts are those of the sources; they change when the table is written from newer ones. */
    @Test
    void hasAllServices() {
        assertThat(REGISTRY.services()).hasSize(182);
        assertThat(definitions()).hasSize(351);
    }

    @ParameterizedTest
    @CsvSource({"GET, 348", "LIST, 288", "CANCEL, 243", "DELETE, 217", "WAIT, 21"})
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
                    "iam | v1 | GET | GET /v1/{name=projects/*/locations/*/workloadIdentityPools/*/operations/*}",
                    "generativelanguage | v1 | CANCEL | POST* /v1/{name=tunedModels/*/operations/*}:cancel",
                    "documentai   | v1      | LIST   | GET /v1/{name=projects/*/locations/*/operations}",
                    "run          | v2      | WAIT   | POST* /v2/{name=projects/*/locations/*/operations/*}:wait",
                    "aiplatform   | v1      | WAIT   | POST /v1/{name=projects/*/locations/*/operations/*}:wait",
                    "compute      | beta    | WAIT   | POST /compute/beta/{name=projects/*/global/operations/*}/wait",
                    "sqladmin     | v1      | CANCEL | POST /v1/{name=projects/*/operations/*}/cancel",
                    "sqladmin     | v1beta4 | GET    | GET /sql/v1beta4/{name=projects/*/operations/*}",
                    "storage      | v1      | GET    | GET /storage/v1/b/{bucket}/operations/{operationId}",
                    "dns          | v1beta2 | LIST   | GET /dns/v1beta2/{name=projects/*/managedZones/*}/operations",
                    "drive        | v3      | GET    | GET /drive/v3/operations/{name=*}",
                    "cloudresourcemanager | v2 | GET | GET /v1/{name=operations/**}",
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
            "storage,            v1, projects/_/buckets/b/operations/o",
            "compute,            v1, projects/p/global/operations/o",
            "compute,            v1, locations/global/operations/o",
            "dns,                v1, projects/p/managedZones/z/operations/o",
            "drive,              v3, o",
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
        "compute,           COMPUTE",
        "deploymentmanager, COMPUTE",
        "replicapoolupdater, COMPUTE",
        "container,         CONTAINER",
        "sqladmin,          SQLADMIN",
        "dns,               DNS",
        "storage,           LONGRUNNING",
        "file,              LONGRUNNING",
    })
    void everyVersionSpeaksTheDialectOfItsService(String service, Dialect dialect) {
        assertThat(REGISTRY.versions(service)).allMatch(version -> version.dialect() == dialect);
    }

    @ParameterizedTest
    @CsvSource({
        "dns,                                v1",
        "projects/p/managedZones/z,             v1",
        "projects/p/locations/l,                v1",
        "projects/p/locations/l/managedZones/z, v2",
    })
    void prefersTheVersionOfCloudDnsThatIsInUse(String text, String version) {
        assertThat(
                        text.equals("dns")
                                ? REGISTRY.service(text).version()
                                : REGISTRY.parent("//dns.googleapis.com/" + text)
                                        .service()
                                        .version())
                .isEqualTo(version);
    }

    @Test
    void refusesTheUrlOfAnotherListOfTheSameParent() {
        String instance = "https://spanner.googleapis.com/v1/projects/p/instances/i";

        assertThat(REGISTRY.parent(instance + "/operations")).hasToString("projects/p/instances/i");
        assertThatThrownBy(() -> REGISTRY.parent(instance + "/databaseOperations"))
                .isInstanceOf(InvalidNameException.class)
                .hasMessage("spanner v1: operations of projects/p/instances/i are listed at"
                        + " /v1/projects/p/instances/i/operations; the URL is of another list, which is not supported:"
                        + " \"/v1/projects/p/instances/i/databaseOperations\"");
    }

    @ParameterizedTest
    @CsvSource({
        "gce, compute",
        "gke, container",
        "sql, sqladmin",
        "cloudsql, sqladmin",
        "gcs, storage",
        "vertex, aiplatform",
        "clouddns, dns",
        "functions, cloudfunctions",
        "translate, translate",
        "translation, translation",
    })
    void isFoundByWhatPeopleType(String typed, String shortName) {
        assertThat(REGISTRY.service(typed).shortName()).isEqualTo(shortName);
    }

    @ParameterizedTest
    @CsvSource({
        "admanager, v1, CANCEL, admanager",
        "curationpartners, v1, GET, curation-partners",
        "compute, v1, LIST, cloud-platform compute compute.readonly",
        "compute, v1, DELETE, cloud-platform compute",
        "dns, v1, GET, cloud-platform ndev.clouddns.readwrite",
        "agentregistry, v1, LIST,"
                + " agentregistry.read-write cloud-platform agentregistry.read-only cloud-platform.read-only",
    })
    void scopesAreThoseOfEitherSource(String service, String version, ApiMethod rpc, String scopes) {
        assertThat(REGISTRY.service(service, version).scopes(rpc))
                .isEqualTo(Stream.of(scopes.split(" "))
                        .map("https://www.googleapis.com/auth/"::concat)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "compute, us-central1, compute.us-central1.rep.googleapis.com",
        "dataplex, europe-west3, dataplex.europe-west3.rep.googleapis.com",
        "firestore, us-east1, batch-firestore.us-east1.rep.googleapis.com",
        "composer, us-west8, composer.us-west8.rep.googleapis.com",
        "discoveryengine, us, discoveryengine.us.rep.googleapis.com",
    })
    void regionalHostsAreThoseThatAreListed(String service, String location, String host) {
        assertThat(REGISTRY.service(service).regionalHost(Optional.of(new Location(location))))
                .isEqualTo(host);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "discoveryengine | us-central1 | no regional host for the location us-central1; it lists one for us",
                "vision | us | the service lists no regional hosts; its host is us-vision.googleapis.com",
                "alloydb | us-west9 | it lists one for 44 locations, such as us-west1, us-west2, us-west3",
            })
    void regionalHostsOfOtherLocationsAreRefused(String service, String location, String message) {
        ServiceDefinition definition = REGISTRY.service(service);
        assertThatThrownBy(() -> definition.regionalHost(Optional.of(new Location(location))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    /** Some services have no host without a location, and some locations are served by their own host only. */
    @ParameterizedTest
    @CsvSource({
        "gkemulticloud, us-west1, us-west1-gkemulticloud.googleapis.com",
        "documentai, eu, eu-documentai.googleapis.com",
        "documentai, us, us-documentai.googleapis.com",
        "speech, europe-west4, europe-west4-speech.googleapis.com",
        "composer, us-east1, us-east1-composer.googleapis.com",
        "assuredworkloads, us-east4, us-east4-assuredworkloads.googleapis.com",
        "pubsublite, us-central1-a, us-central1-pubsublite.googleapis.com",
        "aiplatform, us-central1, us-central1-aiplatform.googleapis.com",
        "dialogflow, asia-northeast1, asia-northeast1-dialogflow.googleapis.com",
    })
    void requiredHostsOfLocationsAreUsedUnasked(String service, String location, String host) {
        assertThat(REGISTRY.service(service).host(Optional.of(new Location(location))))
                .isEqualTo(host);
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
        "drive, www.mtls.googleapis.com",
        "replicapoolupdater, www.mtls.googleapis.com",
        "file, file.mtls.googleapis.com",
    })
    void hostsForClientCertificatesFollowTheHost(String service, String host) {
        assertThat(REGISTRY.service(service).mtlsHost(Optional.empty())).isEqualTo(host);
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
        "gkemulticloud.googleapis.com, us-west1,  us-west1-gkemulticloud.googleapis.com",
        "pubsublite.googleapis.com, us-east1-b,   us-east1-pubsublite.googleapis.com",
        "documentai.googleapis.com, eu,           eu-documentai.googleapis.com",
        "speech.googleapis.com, us-central1,      us-central1-speech.googleapis.com",
        "speech.googleapis.com, global,           speech.googleapis.com",
        "composer.googleapis.com, us-central1,    us-central1-composer.googleapis.com",
        "vision.googleapis.com, eu,               eu-vision.googleapis.com",
    })
    void hostsFollowTheLocationWhereThatIsDocumented(String service, String location, String host) {
        OperationName name = REGISTRY.operation("//" + service + "/projects/p/locations/" + location + "/operations/o");
        assertThat(Endpoints.google().resolve(name)).hasToString("https://" + host);
    }
}
