// SPDX-License-Identifier: Apache-2.0
package dev.longrun.aiplatform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.aiplatform.v1.Aiplatform;
import dev.longrun.error.Status;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AiplatformMetadataTest {

    @Test
    void timesAreInTheGenericPartOfEveryType() throws IOException {
        Operation operation = operation("deploy-model");

        GenericOperationMetadata generic = AiplatformMetadata.of(operation)
                .flatMap(AiplatformMetadata::genericMetadata)
                .orElseThrow();

        assertThat(generic.createTime()).contains(Instant.parse("2026-11-01T10:00:00Z"));
        assertThat(operation.info().createTime()).isEqualTo(generic.createTime());
    }

    @Test
    void failuresOfPartsAreStatuses() throws IOException {
        GenericOperationMetadata generic = AiplatformMetadata.of(operation("deploy-model"))
                .flatMap(AiplatformMetadata::genericMetadata)
                .orElseThrow();

        assertThat(generic.partialFailures())
                .extracting(Status::describe)
                .containsExactly("INVALID_ARGUMENT (3): no such column");
    }

    @Test
    void v1AnswersWithTypesOfTheBeta() throws IOException {
        DeployModelOperationMetadata metadata = (DeployModelOperationMetadata)
                AiplatformMetadata.of(operation("deploy-model")).orElseThrow();

        assertThat(metadata.deploymentStage()).contains(DeploymentStage.ADDING_NODES_TO_CLUSTER);
        assertThat(metadata.json().integer("progressPercentage")).hasValue(30);
    }

    @Test
    void messagesAreReadAllTheWayDown() throws IOException {
        ImportRagFilesOperationMetadata metadata = (ImportRagFilesOperationMetadata)
                AiplatformMetadata.of(operation("import-rag-files")).orElseThrow();

        SlackSource.SlackChannels channels = metadata.importRagFilesConfig()
                .flatMap(ImportRagFilesConfig::slackSource)
                .orElseThrow()
                .channels()
                .get(0);
        assertThat(channels.apiKeyConfig().flatMap(ApiAuth.ApiKeyConfig::apiKeySecretVersion))
                .contains("projects/acme/secrets/slack/versions/1");
        assertThat(channels.channels().get(0).channelId()).contains("C017");
    }

    private static Operation operation(String file) throws IOException {
        try (InputStream in = AiplatformMetadataTest.class.getResourceAsStream(file + ".json")) {
            JsonObject json = JsonObject.parse(in.readAllBytes());
            return Operation.read(Aiplatform.parseOperation(json.string("name").orElseThrow()), json);
        }
    }
}
