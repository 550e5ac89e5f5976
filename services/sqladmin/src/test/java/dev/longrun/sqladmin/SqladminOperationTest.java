// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sqladmin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.sqladmin.SqladminOperation.OperationType;
import dev.longrun.sqladmin.v1.InstanceName;
import dev.longrun.sqladmin.v1beta4.Sqladmin;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SqladminOperationTest {
    private static final String LINK = "https://sqladmin.googleapis.com/sql/v1beta4/";

    @Test
    void theFieldsOfAnOperationAreRead() throws IOException {
        SqladminOperation operation = SqladminOperation.of(export());

        assertThat(operation.operationType()).contains(OperationType.EXPORT);
        assertThat(operation.targetId()).contains("books");
        assertThat(operation.user()).contains("someone@example.com");
        assertThat(operation.insertTime()).contains(Instant.parse("2026-11-01T10:00:00.100Z"));
        assertThat(operation.endTime()).contains(Instant.parse("2026-11-01T10:05:00.300Z"));
        assertThat(operation.apiWarning().flatMap(ApiWarning::code)).contains(ApiWarning.Code.REGION_UNREACHABLE);
        assertThat(operation.importContext()).isEmpty();
    }

    @Test
    void anExportHasItsFileAndOptions() throws IOException {
        ExportContext context = SqladminOperation.of(export()).exportContext().orElseThrow();

        assertThat(context.uri()).contains("gs://bucket/books.sql");
        assertThat(context.fileType()).contains(ExportContext.FileType.SQL);
        assertThat(context.databases()).containsExactly("shelf", "loans");
        assertThat(context.offload()).contains(true);
        assertThat(context.sqlExportOptions().orElseThrow().threads()).hasValue(4);
    }

    @Test
    void errorsAreWords() throws IOException {
        Operation operation = export();

        assertThat(SqladminOperation.of(operation)
                        .error()
                        .orElseThrow()
                        .errors()
                        .get(0)
                        .code())
                .contains("ERROR_RDBMS");
        assertThat(operation.state()).isEqualTo(Operation.State.FAILED);
        assertThat(operation.status().orElseThrow().message()).isEqualTo("ERROR_RDBMS: the disk is full");
    }

    @Test
    void theNameInALinkIsTyped() throws IOException {
        String target = SqladminOperation.of(export()).targetLink().orElseThrow();

        assertThat(InstanceName.parse(target.substring(LINK.length())))
                .isEqualTo(dev.longrun.sqladmin.v1.Sqladmin.project("acme").instance("books"));
    }

    @Test
    void aLinkKeepsItsVersion() throws IOException {
        assertThat(export().name()).isEqualTo(Sqladmin.project("acme").operation("b1c2d3"));
        assertThat(export().name().version()).isEqualTo("v1beta4");
    }

    @Test
    void eachVersionHasAPathOfItsOwn() {
        OperationName name = dev.longrun.sqladmin.v1.Sqladmin.project("acme").operation("o");
        OperationName beta = Sqladmin.project("acme").operation("o");

        assertThat(name.service().path(ApiMethod.CANCEL, name.value()).path())
                .isEqualTo("/v1/projects/acme/operations/o/cancel");
        assertThat(beta.service().path(ApiMethod.CANCEL, beta.value()).path())
                .isEqualTo("/sql/v1beta4/projects/acme/operations/o/cancel");
    }

    @Test
    void theServiceIsFoundWhenTheModuleIsThere() {
        assertThat(ServiceRegistry.load().service("sql")).isEqualTo(dev.longrun.sqladmin.v1.Sqladmin.definition());
    }

    private static Operation export() throws IOException {
        try (InputStream in = SqladminOperationTest.class.getResourceAsStream("export.json")) {
            JsonObject json = JsonObject.parse(in.readAllBytes());
            return Operation.read(
                    Sqladmin.parseOperation(json.string("selfLink").orElseThrow()), json);
        }
    }
}
