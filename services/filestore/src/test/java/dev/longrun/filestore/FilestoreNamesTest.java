// SPDX-License-Identifier: Apache-2.0
package dev.longrun.filestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.filestore.v1.Filestore;
import dev.longrun.filestore.v1.InstanceName;
import dev.longrun.filestore.v1.LocationName;
import dev.longrun.name.InvalidNameException;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceRegistry;
import org.junit.jupiter.api.Test;

class FilestoreNamesTest {
    private final LocationName location = Filestore.project("acme").location("us-central1");

    @Test
    void anOperationIsCancellableByItsType() {
        OperationName operation = location.operation("operation-17");

        assertThat(operation).hasToString("projects/acme/locations/us-central1/operations/operation-17");
        assertThat(operation.service().path(ApiMethod.CANCEL, operation.value()).path())
                .isEqualTo("/v1/projects/acme/locations/us-central1/operations/operation-17:cancel");
    }

    @Test
    void theBetaGoesToItsOwnPath() {
        OperationName operation = dev.longrun.filestore.v1beta1.Filestore.project("acme")
                .location("us-central1")
                .operation("o");

        assertThat(operation.service().path(ApiMethod.GET, operation.value()).path())
                .isEqualTo("/v1beta1/projects/acme/locations/us-central1/operations/o");
    }

    @Test
    void aLocationIsWhatListTakes() {
        assertThat(location.operations()).hasToString("projects/acme/locations/us-central1");
    }

    @Test
    void anOperationIsReadBackFromAnyOfItsSpellings() {
        OperationName operation = location.operation("o");

        assertThat(Filestore.parseOperation(operation.value())).isEqualTo(operation);
        assertThat(Filestore.parseOperation(operation.fullName())).isEqualTo(operation);
        assertThat(Filestore.parseOperation("https://file.googleapis.com/v1/" + operation.value() + ":cancel"))
                .isEqualTo(operation);
    }

    @Test
    void aNameIsReadBackAsItsType() {
        InstanceName instance = location.instance("nfs");

        assertThat(InstanceName.parse(instance.toString())).isEqualTo(instance);
        assertThat(instance.id()).isEqualTo("nfs");
        assertThat(instance.parent()).isEqualTo(location);
        assertThat(instance.snapshot("s").parent()).isEqualTo(instance);
    }

    @Test
    void aNameOfAnotherFormIsRefusedWithTheFormThatIsExpected() {
        assertThatThrownBy(() -> InstanceName.parse("projects/acme/locations/us-central1/instance/nfs"))
                .isInstanceOf(InvalidNameException.class)
                .hasMessage("file v1 instance: name must look like projects/*/locations/*/instances/*;"
                        + " got \"projects/acme/locations/us-central1/instance/nfs\":"
                        + " segment 5 is \"instance\", expected \"instances\"");
    }

    @Test
    void anIdIsOneSegment() {
        assertThatThrownBy(() -> location.operation("o/p"))
                .isInstanceOf(InvalidNameException.class)
                .hasMessage("id must be one segment, not empty and without /; got \"o/p\"");
        assertThatThrownBy(() -> Filestore.project("acme/locations/l"))
                .isInstanceOf(InvalidNameException.class)
                .hasMessage("file v1 project: name must look like projects/*; got \"projects/acme/locations/l\":"
                        + " segment 3, \"locations\", is one too many");
    }

    @Test
    void theServiceIsFoundWhenTheModuleIsThere() {
        assertThat(ServiceRegistry.load().service("filestore")).isEqualTo(Filestore.definition());
    }

    @Test
    void aVersionThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> FilestoreProvider.definition("v2"))
                .hasMessage("version of file.googleapis.com must be v1 or v1beta1; got \"v2\"");
    }
}
