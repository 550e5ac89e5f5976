// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationInfoTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // file                             | created at               | ended at             | verb
                // | target                                                | progress             | cancel | version
                "filestore-update                   | 2026-11-20T10:00:00.123456789Z | -              | update          | projects/p/locations/us-central1-c/instances/nfs      | -                    | false  | v1",
                "dataplex-cancelled                 | 2026-11-20T10:00:00Z     | 2026-11-20T10:05:00Z | create          | projects/p/locations/us-central1/lakes/l              | -                    | true   | v1",
                "vertex-deploy-model                | 2026-11-20T10:00:00.000001Z | -                 | -               | -                                                     | -                    | -      | -",
                "vertex-import-rag-files            | 2026-11-20T10:00:00Z     | -                    | -               | -                                                     | 40 %                 | -      | -",
                "discoveryengine-import             | 2026-11-20T10:00:00Z     | -                    | -               | -                                                     | 1200 of 5000, 7 failed | -    | -",
                "discoveryengine-purge-that-only-fails | 2026-11-20T10:00:00Z  | -                    | -               | -                                                     | 3 failed             | -      | -",
                "dialogflow-struct                  | 2026-11-20T10:00:00Z     | -                    | -               | -                                                     | -                    | -      | -",
                "firestore-export-cancelling        | 2026-11-20T10:00:00Z     | -                    | -               | -                                                     | 250 of 1000          | true   | -",
                "firestore-restore                  | 2026-11-20T10:00:00Z     | -                    | -               | projects/p/databases/restored                         | 12 of 100            | -      | -",
                "datastore-import-cancelled         | 2026-11-20T10:00:00Z     | 2026-11-20T10:09:00Z | IMPORT_ENTITIES | -                                                     | 30 of 20             | true   | -",
                "documentai-batch                   | 2026-11-20T10:00:00Z     | -                    | -               | projects/1/locations/eu/processors/p/processorVersions/v | -                 | true   | -",
                "spanner-backup                     | 2026-11-20T10:00:00Z     | -                    | -               | projects/p/instances/i/backups/b                      | 65 %                 | true   | -",
                "spanner-ddl                        | 2026-11-20T10:00:00Z     | -                    | -               | projects/p/instances/i/databases/d                    | 60 %                 | -      | -",
                "spanner-ddl-ended                  | 2026-11-20T10:00:00Z     | 2026-11-20T10:08:00Z | -               | projects/p/instances/i/databases/d                    | 100 %                | -      | -",
                "bigtable-restore                   | 2026-11-20T10:00:00Z     | 2026-11-20T10:04:00Z | -               | projects/p/instances/i/tables/t                       | 100 %                | -      | -",
                "dataproc-cluster                   | 2026-11-20T10:00:00Z     | -                    | CREATE          | -                                                     | -                    | -      | -",
                "dataproc-cancelling                | 2026-11-20T10:00:05Z     | -                    | DELETE          | -                                                     | -                    | true   | -",
                "dataproc-batch                     | 2026-11-20T10:00:00Z     | 2026-11-20T10:07:00Z | BATCH           | -                                                     | -                    | -      | -",
                "cloudbuild                         | 2026-11-20T10:00:00Z     | -                    | -               | -                                                     | -                    | -      | -",
                "rollout                            | 2026-11-20T10:00:00Z     | -                    | -               | -                                                     | -                    | -      | -",
                "export                             | 2026-11-20T10:00:00Z     | -                    | -               | -                                                     | -                    | -      | -",
                "oracledatabase                     | 2026-11-20T10:00:00Z     | -                    | create          | projects/p/locations/us-east4/autonomousDatabases/a   | 13 %                 | false  | v1",
                "run-service                        | -                        | -                    | -               | projects/p/locations/us-central1/services/s           | -                    | -      | -",
                "functions-v1                       | -                        | -                    | CREATE_FUNCTION | projects/p/locations/us-central1/functions/f          | -                    | -      | -",
                "speech                             | 2026-11-20T10:00:00.5Z   | -                    | -               | -                                                     | 34 %                 | -      | -",
                "appengine                          | 2026-11-20T10:00:00Z     | 2026-11-20T10:02:00Z | google.appengine.v1.Versions.CreateVersion | apps/a/services/default/versions/v | -            | -      | -",
                "composer                           | 2026-11-20T10:00:00Z     | -                    | UPDATE          | projects/p/locations/us-central1/environments/e       | -                    | -      | -",
                "bigtable-create-cluster            | 2026-11-20T10:00:00Z     | 2026-11-20T10:04:00Z | -               | -                                                     | -                    | -      | -",
                "translate-batch                    | 2026-11-20T10:00:00Z     | -                    | -               | -                                                     | 500 of 2000, 20 failed | true | -",
                "storagetransfer                    | 2026-11-20T10:00:00Z     | -                    | -               | -                                                     | -                    | -      | -",
                "servicemanagement                  | 2026-11-20T10:00:00Z     | -                    | -               | -                                                     | 100 %                | -      | -",
                "spelled-state                      | -                        | -                    | -               | -                                                     | -                    | true   | -",
                "unknown-fields                     | -                        | -                    | -               | -                                                     | -                    | -      | -",
                "bare                               | -                        | -                    | -               | -                                                     | -                    | -      | -",
            })
    void isOneViewOverEveryService(
            String file,
            Instant createTime,
            Instant endTime,
            String verb,
            String target,
            String progress,
            Boolean cancelRequested,
            String apiVersion) {
        OperationInfo info = Fixtures.operation(file).info();
        assertThat(info.createTime().orElse(null)).isEqualTo(createTime);
        assertThat(info.endTime().orElse(null)).isEqualTo(endTime);
        assertThat(info.verb().orElse(null)).isEqualTo(verb);
        assertThat(info.target().orElse(null)).isEqualTo(target);
        assertThat(info.progress().map(OperationInfo.Progress::describe).orElse(null))
                .isEqualTo(progress);
        assertThat(info.cancelRequested().orElse(null)).isEqualTo(cancelRequested);
        assertThat(info.apiVersion().orElse(null)).isEqualTo(apiVersion);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vertex-import-rag-files                | {\"percent\":40}",
                "discoveryengine-import                 | {\"done\":1200,\"failed\":7,\"total\":5000}",
                "discoveryengine-purge-that-only-fails  | {\"failed\":3}",
                "firestore-restore                      | {\"done\":12,\"total\":100}"
            })
    void progressAsJsonHasTheNumbersThatTheServiceGives(String file, String json) {
        assertThat(Fixtures.operation(file).info().progress().orElseThrow().toJson())
                .isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "42.5      | {\"percent\":42.5}",
                "100.0     | {\"percent\":100}",
                "-0.0      | {\"percent\":0}",
                "NaN       | {}",
                "Infinity  | {}",
                "1e300     | {\"percent\":1.0E300}"
            })
    void aPercentageIsANumberOfJson(double percent, String json) {
        var amounts = new OperationDialect.Amounts(
                OptionalDouble.of(percent), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
        assertThat(new OperationInfo.Progress(amounts).toJson()).isEqualTo(json);
    }

    @Test
    void isAsOldAsTheServiceSays() {
        Instant later = Instant.parse("2026-11-20T10:30:00Z");
        assertThat(Fixtures.operation("composer").info().age(later)).contains(Duration.ofMinutes(30));
        assertThat(Fixtures.operation("bare").info().age(later)).isEmpty();
    }

    @Test
    void hasTheStateInTheServicesWords() {
        assertThat(Fixtures.operation("composer").info().state()).contains("RUNNING");
        assertThat(Fixtures.operation("dataproc-cluster").info().state()).contains("RUNNING");
        assertThat(Fixtures.operation("dataproc-cancelling").info().state()).contains("CANCELLING");
        assertThat(Fixtures.operation("cloudbuild").info().state()).contains("WORKING");
        assertThat(Fixtures.operation("run-service").info().state()).isEmpty();
        assertThat(Fixtures.operation("bare").info().state()).isEmpty();
    }

    @Test
    void showsWhatIsSaidAndNothingElse() {
        assertThat(Fixtures.operation("composer").info())
                .hasToString("[createTime=2026-11-20T10:00:00Z, verb=UPDATE,"
                        + " target=projects/p/locations/us-central1/environments/e, state=RUNNING]");
        assertThat(Fixtures.operation("bare").info()).hasToString("[]");
    }
}
