// SPDX-License-Identifier: Apache-2.0
package dev.longrun.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.gax.rpc.NotFoundException;
import com.google.cloud.common.OperationMetadata;
import com.google.longrunning.Operation;
import com.google.rpc.Code;
import dev.longrun.service.ApiMethod;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Cloud client libraries can use the fake server, as they use the real one. */
class GaxTalksTest {
    private final Cloud cloud = new Cloud("file");
    private GaxFilestore filestore;

    @BeforeEach
    void connect() throws Exception {
        filestore = GaxFilestore.at(cloud.server.url());
    }

    @AfterEach
    void disconnect() {
        filestore.close();
        cloud.close();
    }

    @Test
    void getsAnOperationWithItsMetadata() throws Exception {
        Operation operation = filestore.operations().getOperation(Cloud.name("stuck-x"));

        assertThat(operation.getName()).isEqualTo(Cloud.name("stuck-x"));
        assertThat(operation.getDone()).isFalse();
        assertThat(operation.getMetadata().unpack(OperationMetadata.class).getTarget())
                .isEqualTo(Cloud.PARENT);
    }

    @Test
    void listsAllPages() {
        Stream.of("a", "b", "c").forEach(id -> cloud.operation(id).alreadyDone());

        assertThat(filestore.operations().listOperations(Cloud.PARENT, "").iterateAll())
                .extracting(Operation::getName)
                .containsExactlyInAnyOrder(Cloud.name("a"), Cloud.name("b"), Cloud.name("c"));
    }

    @Test
    void cancels() {
        filestore.operations().cancelOperation(Cloud.name("cancels-0-x"));

        Operation operation = filestore.operations().getOperation(Cloud.name("cancels-0-x"));
        assertThat(operation.getDone()).isTrue();
        assertThat(operation.getError().getCode()).isEqualTo(Code.CANCELLED_VALUE);
        assertThat(cloud.lines()).contains("POST /v1/" + Cloud.name("cancels-0-x") + ":cancel");
    }

    @Test
    void deletes() {
        cloud.operation("a").alreadyDone();

        filestore.operations().deleteOperation(Cloud.name("a"));

        assertThatThrownBy(() -> filestore.operations().getOperation(Cloud.name("a")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void pollsUntilItIsDone() throws Exception {
        assertThat(filestore.follow(Cloud.name("runs-100-x")).get()).isNotNull();
        assertThat(cloud.requests(ApiMethod.GET)).isGreaterThan(1);
    }
}
