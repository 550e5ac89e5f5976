// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import static dev.longrun.service.Services.FILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.binding.BoundPath;
import dev.longrun.name.InvalidNameException;
import dev.longrun.name.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationParentTest {

    @ParameterizedTest
    @CsvSource({
        "projects/p, projects/p/locations/l/operations/o, true",
        "projects/p, operations/o, true",
        "projects/p, projects/12/locations/l/operations/o, true",
        "projects/12, projects/p/locations/l/operations/o, true",
        "projects/12, projects/13/locations/l/operations/o, false",
        "projects/p, projects/q/locations/l/operations/o, false",
        "projects/-, projects/q/locations/l/operations/o, true",
        "projects/p/locations/-, projects/p/locations/l/operations/o, true",
        "projects/p/locations/l, projects/p/locations/m/operations/o, false",
        "projects/p/locations/5, projects/p/locations/l/operations/o, false",
        "projects/p/locations/l, projects/p/operations/o, false",
        "folders/p, projects/p/locations/l/operations/o, false",
        "projects/p/locations/l/instances/i/backups/b, projects/p/locations/l/operations/o, false",
    })
    void containsTheOperationsBelowIt(String parent, String operation, boolean contains) {
        assertThat(OperationParent.of(FILE, parent).contains(OperationName.of(FILE, operation)))
                .isEqualTo(contains);
    }

    @Test
    void containsEveryOperationIfItIsNone() {
        assertThat(OperationParent.none(FILE).contains(OperationName.of(FILE, "projects/p/operations/o")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "file,               v1, projects/p/locations/-,            /v1/projects/p/locations/-/operations",
        "file,               v1, projects/p/locations/l/operations, /v1/projects/p/locations/l/operations",
        "aiplatform,         v1, projects/p/locations/l/featureOnlineStores/a b,"
                + " /v1/projects/p/locations/l/featureOnlineStores/a%20b/operations",
        "spanner,            v1, projects/p/instances/i,            /v1/projects/p/instances/i/operations",
        "spanner,            v1, projects/p/instances/i/operations, /v1/projects/p/instances/i/operations",
        "generativelanguage, v1, batches,                           /v1/batches",
        "generativelanguage, v1, tunedModels/t,                     /v1/tunedModels/t/operations",
        "storagetransfer,    v1, transferOperations,                /v1/transferOperations",
        "bigtableadmin,      v2, operations/projects/p,             /v2/operations/projects/p/operations",
        "bigtableadmin,      v2, operations/projects/p/operations,  /v2/operations/projects/p/operations",
    })
    void isPutIntoWhicheverFormTheBindingHas(String service, String version, String parent, String path) {
        ServiceDefinition definition = Services.of(service, version);
        BoundPath route = definition.path(
                ApiMethod.LIST, OperationParent.of(definition, parent).value());
        assertThat(route.path()).isEqualTo(path);
        assertThat(route.query()).isEmpty();
        assertThat(route.documented()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "serviceusage,       v1, /v1/operations",
        "generativelanguage, v1, /v1/operations",
        "storagetransfer,    v1, /v1/transferOperations",
        "speech,             v1, /v1/operations",
    })
    void maybeThereIsNone(String service, String version, String path) {
        ServiceDefinition definition = Services.of(service, version);
        BoundPath route =
                definition.path(ApiMethod.LIST, OperationParent.none(definition).value());
        assertThat(route.path()).isEqualTo(path);
        assertThat(route.documented()).isTrue();
    }

    @Test
    void isReadFromTheUrlOfAListWithoutOne() {
        ServiceDefinition usage = Services.of("serviceusage", "v1");
        assertThat(OperationParent.of(usage, "https://serviceusage.googleapis.com/v1/operations?filter=x"))
                .isEqualTo(OperationParent.none(usage));
    }

    @Test
    void goesIntoTheQueryWhereThePathHasNoPlace() {
        ServiceDefinition speech = Services.of("speech", "v1");
        BoundPath route = speech.path(
                ApiMethod.LIST, OperationParent.of(speech, "projects/p").value());
        assertThat(route.path()).isEqualTo("/v1/operations");
        assertThat(route.query()).isEqualTo("name=projects%2Fp");
    }

    @Test
    void isSentInThePlainFormWhereNothingIsDocumented() {
        BoundPath nested = FILE.path(
                ApiMethod.LIST,
                OperationParent.of(FILE, "projects/p/locations/l/instances/i").value());
        assertThat(nested.path()).isEqualTo("/v1/projects/p/locations/l/instances/i/operations");
        assertThat(nested.documented()).isFalse();

        BoundPath none = FILE.path(ApiMethod.LIST, OperationParent.none(FILE).value());
        assertThat(none.path()).isEqualTo("/v1/operations");
        assertThat(none.documented()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "file,               v1, projects/p/locations/l/operations/o, projects/p/locations/l",
        "spanner,            v1, projects/p/instances/i/operations/o, projects/p/instances/i",
        "generativelanguage, v1, batches/b,                           batches",
        "storagetransfer,    v1, transferOperations/t,                transferOperations",
        "serviceusage,       v1, operations/o,                        ''",
        "bigtableadmin,      v2, operations/projects/p/operations/o,  operations/projects/p",
    })
    void ofAnOperationIsWhereAListShowsIt(String service, String version, String name, String parent) {
        ServiceDefinition definition = Services.of(service, version);
        assertThat(OperationName.of(definition, name).parent().map(OperationParent::value))
                .contains(parent);
    }

    @Test
    void ofAnOperationThatNoListShowsIsEmpty() {
        assertThat(OperationName.of(FILE, "projects/p/operations/o").parent()).isEmpty();
    }

    @Test
    void isReadFromFullNamesAndUrls() {
        OperationParent parent = OperationParent.of(FILE, "projects/p/locations/l");
        assertThat(OperationParent.of(FILE, "//file.googleapis.com/projects/p/locations/l"))
                .isEqualTo(parent);
        assertThat(OperationParent.of(
                        FILE, "https://file.googleapis.com/v1/projects/p/locations/l/operations?pageSize=3"))
                .isEqualTo(parent)
                .hasSameHashCodeAs(parent);
        assertThat(OperationParent.of(FILE, "projects/p/locations/l/operations"))
                .isEqualTo(parent);
        assertThat(parent.location()).contains(new Location("l"));
        assertThat(OperationParent.none(FILE).location()).isEmpty();
    }

    @Test
    void isRefusedIfItIsNoName() {
        assertThatThrownBy(() -> OperationParent.of(FILE, "projects/p/../q")).isInstanceOf(InvalidNameException.class);
    }
}
