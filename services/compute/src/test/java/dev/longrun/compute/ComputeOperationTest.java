// SPDX-License-Identifier: Apache-2.0
package dev.longrun.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.compute.ComputeOperation.Warning;
import dev.longrun.compute.v1.Compute;
import dev.longrun.compute.v1.DiskName;
import dev.longrun.compute.v1.InstanceName;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComputeOperationTest {
    private static final String LINK = "https://www.googleapis.com/compute/v1/";

    @Test
    void theFieldsOfAnOperationAreRead() throws IOException {
        ComputeOperation operation = ComputeOperation.of(insertOfAnInstance());

        assertThat(operation.operationType()).contains("insert");
        assertThat(operation.progress()).hasValue(100);
        assertThat(operation.user()).contains("someone@example.com");
        assertThat(operation.insertTime()).contains(Instant.parse("2026-11-01T10:00:00.123Z"));
        assertThat(operation.clientOperationId()).contains("request-7");
    }

    @Test
    void anIdMayBeLargerThanALong() throws IOException {
        assertThat(ComputeOperation.of(insertOfAnInstance()).id()).contains("18446744073709551615");
    }

    @Test
    void warningsHaveCodesAndData() throws IOException {
        Warning warning = ComputeOperation.of(insertOfAnInstance()).warnings().get(0);

        assertThat(warning.code()).contains(Warning.Code.DISK_SIZE_LARGER_THAN_IMAGE_SIZE);
        assertThat(warning.data().get(0).value()).contains("boot");
    }

    @Test
    void errorsAreWordsWithDetails() throws IOException {
        Operation operation = insertOfAnInstance();

        OperationError error =
                ComputeOperation.of(operation).error().orElseThrow().errors().get(0);
        assertThat(error.code()).contains("QUOTA_EXCEEDED");
        assertThat(error.errorDetails().get(0).object("quotaInfo").orElseThrow().number("limit"))
                .hasValue(24);
        assertThat(operation.status().orElseThrow().message()).isEqualTo("QUOTA_EXCEEDED: too many CPUs");
    }

    @Test
    void theNameInALinkIsTyped() throws IOException {
        String target = ComputeOperation.of(insertOfAnInstance()).targetLink().orElseThrow();

        assertThat(InstanceName.parse(target.substring(LINK.length())))
                .isEqualTo(Compute.project("acme").zone("us-central1-a").instance("vm"));
    }

    @Test
    void aDiskLiesInAZoneOrARegion() {
        for (DiskName disk : List.of(
                Compute.project("p").zone("z").disk("d"),
                Compute.project("p").region("r").disk("d"))) {
            assertThat(DiskName.parse(disk.toString())).isEqualTo(disk);
        }
    }

    @Test
    void aSelfLinkIsTheNameOfItsOperation() throws IOException {
        OperationName name = insertOfAnInstance().name();

        assertThat(name).isEqualTo(Compute.project("acme").zone("us-central1-a").operation("operation-1763-aa"));
        assertThat(name.endpoint()).isEmpty();
    }

    @Test
    void operationsOfAnOrganizationLieInNoProject() {
        assertThat(Compute.locations().global().operation("o")).hasToString("locations/global/operations/o");
    }

    @Test
    void noOperationHasACancel() {
        OperationName name = Compute.project("acme").global().operation("o");

        assertThat(name.isCancelDocumented()).isFalse();
        assertThat(name.hasCancel()).isFalse();
        assertThat(name.insteadOfCancel()).startsWith("delete the resource that the operation makes");
        assertThatThrownBy(() -> name.service().path(ApiMethod.CANCEL, name.value()))
                .hasMessageStartingWith("compute v1 cancel: ");
    }

    @Test
    void theServiceIsFoundWhenTheModuleIsThere() {
        assertThat(ServiceRegistry.load().service("gce")).isEqualTo(Compute.definition());
    }

    private static Operation insertOfAnInstance() throws IOException {
        try (InputStream in = ComputeOperationTest.class.getResourceAsStream("insert-instance.json")) {
            JsonObject json = JsonObject.parse(in.readAllBytes());
            return Operation.read(Compute.parseOperation(json.string("selfLink").orElseThrow()), json);
        }
    }
}
