// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import static dev.longrun.service.ServiceTableTest.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.error.ConfigurationException;
import dev.longrun.http.Origin;
import dev.longrun.name.Location;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rows of a table that say which hosts a service has. */
class ServiceTableHostsTest {
    @Nested
    class RegionalHosts {
        @Test
        void areForTheirLocationsAlone() {
            ServiceDefinition definition = only("service x.googleapis.com\n"
                    + "regional us-west1 us-east1 x.{location}.rep.googleapis.com\nversions v1");
            assertThat(definition.regionalHost(at("us-east1"))).isEqualTo("x.us-east1.rep.googleapis.com");
            assertThat(definition.regionalHost(at("us-east1-b"))).isEqualTo("x.us-east1.rep.googleapis.com");
            assertThat(definition.regionalLocations()).containsExactly("us-west1", "us-east1");
            assertThat(definition.host(at("us-east1"))).isEqualTo("x.googleapis.com");
        }

        @Test
        void ofOtherLocationsAreRefusedWithThoseThatAreListed() {
            ServiceDefinition definition = only("service x.googleapis.com\n"
                    + "regional us-west1 us-east1 x.{location}.rep.googleapis.com\nversions v1");
            assertThatThrownBy(() -> definition.regionalHost(at("us-east4")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("x v1: the service lists no regional host for the location us-east4; it lists one for"
                            + " us-west1, us-east1");
            assertThatThrownBy(() -> definition.regionalHost(Optional.empty()))
                    .hasMessage("x v1: a regional host is one of a location, and the name has none; it lists one for"
                            + " us-west1, us-east1");
            assertThatThrownBy(() ->
                            only("service x.googleapis.com\nversions v1\n").regionalHost(at("us-east4")))
                    .hasMessage("x v1: the service lists no regional hosts; its host is x.googleapis.com");
        }

        private static Optional<Location> at(String location) {
            return Optional.of(new Location(location));
        }
    }

    /** Services that are not Google's: their hosts are those of the table, and may have ports. */
    @Nested
    class OtherHosts {
        private static final ServiceDefinition LAB = only("service lab.example.com\n"
                + "endpoint * lab.example.com:8443\nversions v1\nnames\nracks/*/operations/* get");

        @Test
        void areUsedForClientCertificatesToo() {
            assertThat(LAB.defaultHost()).isEqualTo("lab.example.com:8443");
            assertThat(LAB.mtlsHost(Optional.empty())).isEqualTo("lab.example.com:8443");
            assertThat(only("service lab.example.com\nversions v1").mtlsHost(Optional.empty()))
                    .isEqualTo("lab.example.com");
            assertThat(only("service lab.example.com\nendpoint region {location}.lab.example.com\nversions v1")
                            .mtlsHost(Optional.of(new Location("us-east1"))))
                    .isEqualTo("us-east1.lab.example.com");
        }

        @Test
        void tellNoLocationWhereTheyAreTheNameOfTheService() {
            ServiceDefinition definition =
                    only("service lab.example.com\nendpoint region {location}.example.com\nversions v1");
            OperationName name =
                    OperationName.of(definition, "//lab.example.com/projects/p/locations/us-east1/operations/o");
            assertThat(name.endpoint()).isEmpty();
            assertThat(name.url()).startsWith("https://us-east1.example.com/v1/projects/p/");
        }

        @Test
        void mayHavePortsInUrlsOrNot() {
            for (String url : List.of(
                    "https://lab.example.com/v1/racks/r/operations/o",
                    "https://lab.example.com:8443/v1/racks/r/operations/o",
                    "//lab.example.com/racks/r/operations/o")) {
                OperationName name = OperationName.of(LAB, url);
                assertThat(name.endpoint()).isEmpty();
                assertThat(name.url()).isEqualTo("https://lab.example.com:8443/v1/racks/r/operations/o");
            }
        }

        @Test
        void ofALocationMustBeThatOfTheName() {
            ServiceDefinition regions = only(
                    "service lab.example.com\n"
                            + "endpoint region {location}-lab.example.com:8443\nversions v1\nnames\nlocations/*/operations/* get");
            String name = "locations/us-east1/operations/o";
            assertThat(OperationName.of(regions, "https://us-east1-lab.example.com/v1/" + name)
                            .endpoint())
                    .isEmpty();
            assertThat(OperationName.of(regions, "https://us-east1-lab.example.com/v1/operations/o")
                            .endpoint())
                    .map(Origin::toString)
                    .contains("https://us-east1-lab.example.com:8443");
            assertThatThrownBy(() -> OperationName.of(regions, "https://us-west1-lab.example.com/v1/" + name))
                    .hasMessage(
                            "lab.example.com v1: the host \"us-west1-lab.example.com\" is of location us-west1, but the"
                                    + " name \"locations/us-east1/operations/o\" is of location us-east1; correct one of them");
            assertThatThrownBy(() -> OperationName.of(regions, "https://us-west1.lab.example.com/v1/" + name))
                    .hasMessage("lab.example.com v1: name must be one of lab.example.com; got one of"
                            + " \"us-west1.lab.example.com\"");
        }
    }
}
