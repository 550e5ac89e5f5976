// SPDX-License-Identifier: Apache-2.0
package dev.longrun.endpoint;

import static dev.longrun.service.Services.FILE;
import static dev.longrun.service.Services.VERTEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.error.ConfigurationException;
import dev.longrun.http.Origin;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceTable;
import dev.longrun.service.Services;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
    private static final Origin HERE = Origin.parse("http://127.0.0.1:8080");
    private static final Origin THERE = Origin.parse("https://there.example");

    private final OperationName file = OperationName.of(FILE, "projects/p/locations/us-central1-a/operations/o");
    private final OperationName vertex = OperationName.of(VERTEX, "projects/p/locations/us-central1/operations/o");

    @ParameterizedTest
    @CsvSource({
        "file,       projects/p/locations/us-central1/operations/o,   file.googleapis.com",
        "file,       projects/p/locations/us-central1-a/operations/o, file.googleapis.com",
        "aiplatform, projects/p/locations/us-central1/operations/o,   us-central1-aiplatform.googleapis.com",
        "aiplatform, projects/p/locations/us-central1-a/operations/o, us-central1-aiplatform.googleapis.com",
        "aiplatform, projects/p/locations/global/operations/o,        aiplatform.googleapis.com",
        "aiplatform, projects/p/locations/us/operations/o,            aiplatform.us.rep.googleapis.com",
        "aiplatform, projects/p/locations/eu/operations/o,            aiplatform.eu.rep.googleapis.com",
        "aiplatform, projects/p/locations/in/operations/o,            aiplatform.googleapis.com",
        "aiplatform, projects/p/operations/o,                         aiplatform.googleapis.com",
        "aiplatform, projects/p/locations/evil.example#/operations/o, aiplatform.googleapis.com",
    })
    void namesGoToTheHostOfTheirLocation(String service, String name, String host) {
        OperationName operation = OperationName.of(Services.of(service, "v1"), name);
        assertThat(Endpoints.google().resolve(operation)).isEqualTo(Origin.https(host));
    }

    @Test
    void parentsGoWhereTheirOperationsGo() {
        OperationParent parent = vertex.parent().orElseThrow();
        assertThat(Endpoints.google().resolve(parent)).hasToString("https://us-central1-aiplatform.googleapis.com");
    }

    @Nested
    class HostsGivenWithTheName {
        private static final String NAME = "/v1/projects/p/locations/us-central1/operations/o";
        private final OperationName rep =
                OperationName.of(VERTEX, "https://aiplatform.us-central1.rep.googleapis.com" + NAME);

        @Test
        void areUsed() {
            assertThat(Endpoints.google().resolve(rep))
                    .hasToString("https://aiplatform.us-central1.rep.googleapis.com");
            assertThat(Endpoints.google().resolve(rep.parent().orElseThrow()))
                    .hasToString("https://aiplatform.us-central1.rep.googleapis.com");
        }

        @Test
        void giveWayToOverrides() {
            assertThat(Endpoints.google().withOverride(HERE).resolve(rep)).isEqualTo(HERE);
            assertThat(with(Map.of("LONGRUN_ENDPOINT", "https://there.example")).resolve(rep))
                    .isEqualTo(THERE);
        }

        @Test
        void giveWayToMtlsUnlessTheyAreOfIt() {
            Endpoints mtls = with(Map.of("GOOGLE_API_USE_MTLS_ENDPOINT", "always"));
            OperationName certified = OperationName.of(VERTEX, "https://aiplatform.mtls.googleapis.com" + NAME);
            assertThat(mtls.resolve(rep)).hasToString("https://us-central1-aiplatform.mtls.googleapis.com");
            assertThat(mtls.resolve(certified)).hasToString("https://aiplatform.mtls.googleapis.com");
            assertThat(Endpoints.google().resolve(certified)).hasToString("https://aiplatform.mtls.googleapis.com");
        }

        @Test
        void moveToTheUniverse() {
            assertThat(Endpoints.google().withUniverse("s3nsapis.fr").resolve(rep))
                    .hasToString("https://aiplatform.us-central1.rep.s3nsapis.fr");
        }
    }

    @Nested
    class RegionalHosts {
        private static final ServiceDefinition LISTED = ServiceTable.parse(
                        "t",
                        "service db.googleapis.com\nregional us-east1 db.{location}.rep.googleapis.com\nversions v1\n")
                .definition("db.googleapis.com", "v1");
        private static final String NAME = "projects/p/locations/us-east1-b/operations/o";

        private final Endpoints regional = Endpoints.google().withRegionalHosts(true);
        private final OperationName db = OperationName.of(LISTED, NAME);

        @Test
        void areUsedIfWanted() {
            assertThat(regional.resolve(db)).hasToString("https://db.us-east1.rep.googleapis.com");
            assertThat(regional.resolve(OperationParent.of(LISTED, "projects/p/locations/us-east1")))
                    .hasToString("https://db.us-east1.rep.googleapis.com");
            assertThat(regional.withRegionalHosts(false).resolve(db)).hasToString("https://db.googleapis.com");
            assertThat(Endpoints.google().resolve(db)).hasToString("https://db.googleapis.com");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "projects/p/locations/us-west1/operations/o",
                    "projects/p/locations/-/operations/o",
                    "operations/o"
                })
        void areNotGuessed(String name) {
            assertThatThrownBy(() -> regional.resolve(OperationName.of(LISTED, name)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith("db v1: ")
                    .hasMessageEndingWith("; it lists one for us-east1");
        }

        @Test
        void areNotForRequestsWithoutALocation() {
            assertThat(regional.resolve(LISTED, Optional.empty())).hasToString("https://db.googleapis.com");
        }

        @Test
        void giveWayToOverridesAndToHostsOfTheName() {
            assertThat(regional.withOverride(HERE).resolve(db)).isEqualTo(HERE);
            assertThat(HERE)
                    .isEqualTo(Endpoints.google()
                            .withOverride(HERE)
                            .withRegionalHosts(true)
                            .resolve(db));
            OperationName given = OperationName.of(LISTED, "https://us-east1-db.googleapis.com/v1/" + NAME);
            assertThat(regional.resolve(given)).hasToString("https://us-east1-db.googleapis.com");
        }

        @Test
        void moveToTheUniverse() {
            assertThat(regional.withUniverse("s3nsapis.fr").resolve(db))
                    .hasToString("https://db.us-east1.rep.s3nsapis.fr");
        }

        @Test
        void takeNoClientCertificates() {
            Endpoints mtls =
                    with(Map.of("GOOGLE_API_USE_MTLS_ENDPOINT", "always")).withRegionalHosts(true);
            assertThatThrownBy(() -> mtls.resolve(db))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("db v1: regional hosts take no client certificates; set GOOGLE_API_USE_MTLS_ENDPOINT to"
                            + " never, or do without regional hosts");
        }
    }

    @Test
    void hostsOfDefinitionsMayHavePorts() {
        ServiceDefinition lab = ServiceTable.parse(
                        "t", "service lab.example.com\nendpoint * lab.example.com:8443\nversions v1\n")
                .definition("lab.example.com", "v1");
        assertThat(Endpoints.google().resolve(OperationName.of(lab, "racks/r/operations/o")))
                .hasToString("https://lab.example.com:8443");
    }

    @Nested
    class Overrides {
        @Test
        void areForAllServicesOrForOne() {
            Endpoints endpoints = Endpoints.google().withOverride(HERE).withOverride("file.googleapis.com", THERE);
            assertThat(endpoints.resolve(file)).isEqualTo(THERE);
            assertThat(endpoints.resolve(vertex)).isEqualTo(HERE);
        }

        @Test
        void mayComeFromTheEnvironment() {
            Endpoints endpoints = with(Map.of(
                    "LONGRUN_ENDPOINT", "http://127.0.0.1:8080/", "LONGRUN_ENDPOINT_FILE", "https://there.example"));
            assertThat(endpoints.resolve(file)).isEqualTo(THERE);
            assertThat(endpoints.resolve(vertex)).isEqualTo(HERE);
        }

        @Test
        void thatAreGivenWinOverTheEnvironment() {
            Endpoints endpoints = with(Map.of("LONGRUN_ENDPOINT_FILE", "https://there.example"));
            assertThat(endpoints.withOverride(HERE).resolve(file)).isEqualTo(HERE);
        }

        @Test
        void winOverMtlsAndUniverse() {
            Endpoints endpoints = with(
                    Map.of("GOOGLE_API_USE_MTLS_ENDPOINT", "always", "GOOGLE_CLOUD_UNIVERSE_DOMAIN", "s3nsapis.fr"));
            assertThat(endpoints.withOverride(THERE).resolve(vertex)).isEqualTo(THERE);
        }

        @Test
        void areNotMixedUpBetweenClients() {
            Endpoints google = Endpoints.google();
            google.withOverride(HERE);
            assertThat(google.resolve(file)).hasToString("https://file.googleapis.com");
        }
    }

    @Nested
    class Mtls {
        @Test
        void hasHostsOfItsOwn() {
            Endpoints endpoints = with(Map.of("GOOGLE_API_USE_MTLS_ENDPOINT", "always"));
            assertThat(endpoints.resolve(file)).hasToString("https://file.mtls.googleapis.com");
            assertThat(endpoints.resolve(vertex)).hasToString("https://us-central1-aiplatform.mtls.googleapis.com");
        }

        @ParameterizedTest
        @ValueSource(strings = {"auto", "never", "", " "})
        void isNotUsedOtherwise(String value) {
            Endpoints endpoints = with(Map.of("GOOGLE_API_USE_MTLS_ENDPOINT", value));
            assertThat(endpoints.resolve(file)).hasToString("https://file.googleapis.com");
        }
    }

    @Nested
    class Universes {
        @Test
        void moveEveryHostOfGoogle() {
            assertThat(Endpoints.google().withUniverse("s3nsapis.fr").resolve(vertex))
                    .hasToString("https://us-central1-aiplatform.s3nsapis.fr");
            assertThat(with(Map.of("GOOGLE_CLOUD_UNIVERSE_DOMAIN", "s3nsapis.fr"))
                            .resolve(file))
                    .hasToString("https://file.s3nsapis.fr");
        }

        @Test
        void thatAreGivenWinOverTheEnvironment() {
            Endpoints endpoints = with(Map.of("GOOGLE_CLOUD_UNIVERSE_DOMAIN", "s3nsapis.fr"));
            assertThat(endpoints.withUniverse("googleapis.com").resolve(file))
                    .hasToString("https://file.googleapis.com");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GOOGLE_API_USE_MTLS_ENDPOINT | yes | GOOGLE_API_USE_MTLS_ENDPOINT must be never, auto or always; got \"yes\"",
                "GOOGLE_CLOUD_UNIVERSE_DOMAIN | x/y | GOOGLE_CLOUD_UNIVERSE_DOMAIN: universe domain must look like"
                        + " googleapis.com; got \"x/y\"",
            })
    void settingsThatMakeNoSenseAreRefused(String variable, String value, String message) {
        assertThatThrownBy(() -> with(Map.of(variable, value)).resolve(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    @Test
    void aRefusedEndpointNamesItsVariable() {
        assertThatThrownBy(
                        () -> with(Map.of("LONGRUN_ENDPOINT_FILE", "ftp://x")).resolve(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("LONGRUN_ENDPOINT_FILE: ");
    }

    @Test
    void mtlsInAnotherUniverseIsRefused() {
        Endpoints endpoints =
                with(Map.of("GOOGLE_API_USE_MTLS_ENDPOINT", "always")).withUniverse("s3nsapis.fr");
        assertThatThrownBy(() -> endpoints.resolve(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("mTLS hosts exist in the universe googleapis.com only; got \"s3nsapis.fr\":"
                        + " set GOOGLE_API_USE_MTLS_ENDPOINT to never, or give the endpoint");
    }

    private static Endpoints with(Map<String, String> environment) {
        return Endpoints.of(environment);
    }
}
