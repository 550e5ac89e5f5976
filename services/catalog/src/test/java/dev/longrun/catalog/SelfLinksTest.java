// SPDX-License-Identifier: Apache-2.0
package dev.longrun.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links as services write them into their own operations. */
class SelfLinksTest {
    private static final ServiceRegistry REGISTRY = ServiceRegistry.load();

    @ParameterizedTest
    @CsvSource({
        "https://www.googleapis.com/compute/v1/projects/p/zones/z/operations/o,     compute v1",
        "https://www.googleapis.com/compute/beta/projects/p/regions/r/operations/o, compute beta",
        "https://compute.googleapis.com/compute/v1/projects/p/global/operations/o,  compute v1",
        "https://sqladmin.googleapis.com/sql/v1beta4/projects/p/operations/o,       sqladmin v1beta4",
        "https://www.googleapis.com/sql/v1beta4/projects/p/operations/o,            sqladmin v1beta4",
        "https://sqladmin.googleapis.com/v1/projects/p/operations/o,                sqladmin v1",
        "https://container.googleapis.com/v1/projects/7/zones/z/operations/o,       container v1",
        "//container.googleapis.com/projects/p/locations/l/operations/o,            container v1",
        "https://dns.googleapis.com/dns/v1/projects/p/managedZones/z/operations/o,  dns v1",
        "https://dns.googleapis.com/dns/v1/projects/p/locations/l/operations/o:cancel, dns v1",
        "https://www.googleapis.com/storage/v1/b/b.c/operations/o,                  storage v1",
        "https://www.googleapis.com/deploymentmanager/v2/projects/p/global/operations/o, deploymentmanager v2",
        "https://www.googleapis.com/replicapoolupdater/v1beta1/projects/p/zones/z/operations/o,"
                + " replicapoolupdater v1beta1",
    })
    void areNamesOfTheirServices(String link, String service) {
        OperationName name = REGISTRY.operation(link);
        assertThat(name.service()).hasToString(service);
        assertThat(name.service().path(ApiMethod.GET, name.value()).documented())
                .isTrue();
        assertThat(REGISTRY.operation(name.url())).isEqualTo(name);
    }
}
