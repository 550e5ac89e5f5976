// SPDX-License-Identifier: Apache-2.0
package dev.longrun.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.container.ContainerOperation.OperationType;
import dev.longrun.container.v1.ClusterName;
import dev.longrun.container.v1.Container;
import dev.longrun.container.v1.ZoneClusterNodePoolName;
import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ContainerOperationTest {
    private static final String LINK = "https://container.googleapis.com/v1/";

    @Test
    void theFieldsOfAnOperationAreRead() throws IOException {
        ContainerOperation operation = ContainerOperation.of(upgradeOfNodes());

        assertThat(operation.operationType()).contains(OperationType.UPGRADE_NODES);
        assertThat(operation.status()).contains("ABORTING");
        assertThat(operation.startTime()).contains(Instant.parse("2026-11-01T10:00:00.123456789Z"));
        assertThat(operation.endTime()).isEmpty();
        assertThat(operation.detail().orElseThrow()).startsWith("Done with 1 out of 3 nodes");
        assertThat(operation.error()).isEmpty();
        assertThat(operation.json().string("resourceUuid")).contains("not documented");
    }

    @Test
    void progressHasMetricsAndStages() throws IOException {
        OperationProgress progress =
                ContainerOperation.of(upgradeOfNodes()).progress().orElseThrow();

        assertThat(progress.metrics().get(1).name()).contains("NODES_DONE");
        assertThat(progress.metrics().get(1).intValue()).hasValue(1);
        assertThat(progress.metrics().get(2).doubleValue()).hasValue(0.333);
        assertThat(progress.stages())
                .singleElement()
                .satisfies(stage -> assertThat(stage.name()).contains("Drain"));
    }

    @Test
    void conditionsHaveCodesOfWhichSomeMayBeNew() throws IOException {
        ContainerOperation operation = ContainerOperation.of(upgradeOfNodes());

        assertThat(operation.clusterConditions().get(0).code()).contains(StatusCondition.Code.GCE_STOCKOUT);
        assertThat(operation.clusterConditions().get(0).canonicalCode()).contains("RESOURCE_EXHAUSTED");
        assertThat(operation.nodepoolConditions().get(0).code()).contains(new StatusCondition.Code("NEWER_THAN_THIS"));
    }

    @Test
    void anErrorIsAStatus() {
        ContainerOperation operation = ContainerOperation.of(
                JsonObject.parse("{\"status\": \"DONE\", \"error\": {\"code\": 8, \"message\": \"too many\"}}"));

        assertThat(operation.error().map(Status::code)).contains(Code.RESOURCE_EXHAUSTED);
    }

    @Test
    void theUniformViewAgrees() throws IOException {
        Operation operation = upgradeOfNodes();

        assertThat(operation.info().verb()).contains("UPGRADE_NODES");
        assertThat(operation.info().cancelRequested()).contains(true);
        assertThat(operation.info().target())
                .isEqualTo(ContainerOperation.of(operation).targetLink());
    }

    @Test
    void theNameInALinkIsTyped() throws IOException {
        String target = ContainerOperation.of(upgradeOfNodes())
                .targetLink()
                .orElseThrow()
                .substring(LINK.length());

        assertThat(ZoneClusterNodePoolName.parse(target))
                .isEqualTo(Container.project("123")
                        .zone("us-central1-a")
                        .cluster("main")
                        .nodePool("pool-1"));
    }

    @Test
    void aClusterLiesInALocationOrInTheOlderFormInAZone() {
        for (ClusterName cluster : new ClusterName[] {
            Container.project("p").location("l").cluster("c"),
            Container.project("p").zone("z").cluster("c")
        }) {
            assertThat(ClusterName.parse(cluster.toString())).isEqualTo(cluster);
        }
    }

    @Test
    void bothFormsOfNamesAreCancellable() {
        for (OperationName name : new OperationName[] {
            Container.project("p").location("l").operation("o"),
            Container.project("p").zone("z").operation("o")
        }) {
            assertThat(name.isCancelDocumented()).isTrue();
            assertThat(name.service().path(ApiMethod.CANCEL, name.value()).path())
                    .isEqualTo("/v1/" + name.value() + ":cancel");
        }
    }

    @Test
    void theServiceIsFoundWhenTheModuleIsThere() {
        assertThat(ServiceRegistry.load().service("gke")).isEqualTo(Container.definition());
    }

    private static Operation upgradeOfNodes() throws IOException {
        try (InputStream in = ContainerOperationTest.class.getResourceAsStream("upgrade-nodes.json")) {
            JsonObject json = JsonObject.parse(in.readAllBytes());
            return Operation.read(
                    Container.parseOperation(json.string("selfLink").orElseThrow()), json);
        }
    }
}
