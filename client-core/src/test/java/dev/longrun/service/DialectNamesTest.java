// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.name.InvalidNameException;
import dev.longrun.operation.DialectTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of services whose paths do not begin with the version, as people paste them. */
class DialectNamesTest {
    private static final ServiceRegistry REGISTRY = ServiceRegistry.of(() -> DialectTables.TABLE);

    @ParameterizedTest
    @CsvSource({
        "https://www.googleapis.com/compute/v1/projects/p/zones/z/operations/o,        compute v1, projects/p/zones/z/operations/o",
        "https://www.googleapis.com/compute/beta/projects/p/global/operations/o,       compute beta, projects/p/global/operations/o",
        "https://compute.googleapis.com/compute/v1/projects/p/regions/r/operations/o,  compute v1, projects/p/regions/r/operations/o",
        "https://compute.googleapis.com/compute/v1/projects/p/zones/z/operations/o/wait, compute v1, projects/p/zones/z/operations/o",
        "https://sqladmin.googleapis.com/sql/v1beta4/projects/p/operations/o,          sqladmin v1beta4, projects/p/operations/o",
        "https://www.googleapis.com/sql/v1beta4/projects/p/operations/o/cancel,        sqladmin v1beta4, projects/p/operations/o",
        "https://sqladmin.googleapis.com/v1/projects/p/operations/o,                   sqladmin v1, projects/p/operations/o",
        "https://container.googleapis.com/v1/projects/7/zones/z/operations/o,          container v1, projects/7/zones/z/operations/o",
        "https://container.googleapis.com/v1/projects/p/zones/z/operations/o:cancel,   container v1, projects/p/zones/z/operations/o",
        "https://dns.googleapis.com/dns/v1/projects/p/managedZones/z/operations/o,     dns v1, projects/p/managedZones/z/operations/o",
        "https://www.googleapis.com/storage/v1/b/b.c/operations/o,                     storage v1, projects/_/buckets/b.c/operations/o",
        "https://www.googleapis.com/deploymentmanager/v2/projects/p/global/operations/o, deploymentmanager v2, projects/p/global/operations/o",
        "//container.googleapis.com/projects/p/locations/l/operations/o,               container v1, projects/p/locations/l/operations/o",
        "//compute.googleapis.com/projects/p/global/operations/o,                      compute v1, projects/p/global/operations/o",
    })
    void areReadInEveryForm(String text, String service, String name) {
        OperationName operation = REGISTRY.operation(text);
        assertThat(operation.service()).hasToString(service);
        assertThat(operation).hasToString(name);
        assertThat(operation.endpoint()).isEmpty();
        assertThat(REGISTRY.operation(operation.url())).isEqualTo(operation);
        assertThat(REGISTRY.operation(operation.url()).service()).hasToString(service);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.googleapis.com/compute/v1/projects/p/zones/z/operations, compute v1, projects/p/zones/z",
        "https://dns.googleapis.com/dns/v1/projects/p/managedZones/z/operations, dns v1, projects/p/managedZones/z",
        "https://sqladmin.googleapis.com/sql/v1beta4/projects/p/operations,   sqladmin v1beta4, projects/p",
        "https://compute.googleapis.com/compute/v1/projects/p/aggregated/operations, compute v1, projects/p",
    })
    void ofParentsToo(String text, String service, String name) {
        OperationParent parent = REGISTRY.parent(text);
        assertThat(parent.service()).hasToString(service);
        assertThat(parent).hasToString(name);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.googleapis.com/compute/v2/projects/p/zones/z/operations/o",
        "https://www.googleapis.com/unheard/v1/projects/p/operations/o",
        "https://www.googleapis.com/v1/projects/p/operations/o",
        "//www.googleapis.com/projects/p/operations/o",
    })
    void onTheSharedHostMustHaveThePathOfAService(String text) {
        assertThatThrownBy(() -> REGISTRY.operation(text)).isInstanceOf(InvalidNameException.class);
    }

    @Test
    void onTheSharedHostMustBeOfTheServiceThatWasAskedFor() {
        assertThatThrownBy(() -> OperationName.of(
                        DialectTables.service("sqladmin", "v1beta4"),
                        "https://www.googleapis.com/compute/v1/projects/p/global/operations/o"))
                .isInstanceOf(InvalidNameException.class)
                .hasMessageContaining("got one of \"www.googleapis.com\"");
    }

    @ParameterizedTest
    @CsvSource({
        "compute,   projects/p/global/operations/o,         projects/p/global",
        "compute,   projects/p/zones/z/operations/o,        projects/p/zones/z",
        "container, projects/p/zones/z/operations/o,        projects/p/zones/z",
        "sqladmin,  projects/p/operations/o,                projects/p",
        "dns,       projects/p/managedZones/z/operations/o, projects/p/managedZones/z",
        "storage,   projects/_/buckets/b/operations/o,      projects/_/buckets/b",
    })
    void haveTheParentThatListsThem(String service, String name, String parent) {
        OperationName operation = OperationName.of(DialectTables.service(service, "v1"), name);
        assertThat(operation.parent().orElseThrow()).hasToString(parent);
        assertThat(operation.parent().orElseThrow().contains(operation)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "compute,   projects/p/regions/r/operations/o,    false, /compute/v1/projects/p/regions/r/operations/o",
        "sqladmin,  projects/p/locations/l/operations/o,  true,  /v1/projects/p/locations/l/operations/o",
        "container, projects/p/operations/o,              true,  /v1/projects/p/operations/o",
        "dns,       projects/p/operations/o,              false, /dns/v1/projects/p/operations/o",
    })
    void thatAreNotDocumentedGetThePlainPathOfTheService(String service, String name, boolean cancel, String path) {
        ServiceDefinition definition = DialectTables.service(service, "v1");
        OperationName operation = OperationName.of(definition, name);
        assertThat(definition.path(ApiMethod.GET, name).path()).isEqualTo(path);
        assertThat(operation.hasCancel()).isEqualTo(cancel);
    }

    @Test
    void haveNoPathOfACancelWhereTheDialectHasNone() {
        assertThatThrownBy(() -> DialectTables.service("compute", "v1")
                        .path(ApiMethod.CANCEL, "projects/p/zones/z/operations/o"))
                .isInstanceOf(InvalidNameException.class)
                .hasMessageStartingWith("compute v1 cancel: the service has none; delete the resource");
        assertThat(DialectTables.service("sqladmin", "v1beta4")
                        .path(ApiMethod.CANCEL, "projects/p/locations/l/operations/o")
                        .path())
                .isEqualTo("/sql/v1beta4/projects/p/locations/l/operations/o/cancel");
    }

    @Test
    void ofAHostForAllLocationsUseItWithoutALocationToo() {
        ServiceDefinition drive = ServiceTable.parse(
                        "t",
                        "service drive.googleapis.com\nendpoint * www.googleapis.com\nversions v3\nrules\n"
                                + "get GET /drive/{version}/operations/{name}")
                .definition("drive.googleapis.com", "v3");
        assertThat(drive.defaultHost()).isEqualTo("www.googleapis.com");
        assertThat(drive.shortName()).isEqualTo("drive");
    }
}
