// SPDX-License-Identifier: Apache-2.0
package dev.longrun.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.services.dataplex.v1.CloudDataplex.Projects.Locations.Operations;
import com.google.api.services.dataplex.v1.model.GoogleLongrunningCancelOperationRequest;
import com.google.api.services.dataplex.v1.model.GoogleLongrunningListOperationsResponse;
import com.google.api.services.dataplex.v1.model.GoogleLongrunningOperation;
import dev.longrun.googleauth.OkHttpGoogleTransport;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The generated clients can use the fake server, over the JDK's HTTP client as over ours. */
@ParameterizedClass
@MethodSource("transports")
class DiscoveryTalksTest {
    private final Cloud cloud = new Cloud("dataplex");
    private final Operations operations;

    DiscoveryTalksTest(HttpTransport transport) {
        this.operations = Discovery.at(cloud.server.url(), transport);
    }

    static Stream<HttpTransport> transports() {
        return Stream.of(new NetHttpTransport(), OkHttpGoogleTransport.over(new OkHttpClient()));
    }

    @AfterEach
    void disconnect() {
        cloud.close();
    }

    @Test
    void getsAnOperationWithItsMetadata() throws Exception {
        GoogleLongrunningOperation operation =
                operations.get(Cloud.name("stuck-x")).execute();

        assertThat(operation.getName()).isEqualTo(Cloud.name("stuck-x"));
        assertThat(operation.getMetadata()).containsEntry("target", Cloud.PARENT);
    }

    @Test
    void listsPageByPage() throws Exception {
        Stream.of("a", "b", "c").forEach(id -> cloud.operation(id).alreadyDone());

        GoogleLongrunningListOperationsResponse first =
                operations.list(Cloud.PARENT).setPageSize(2).execute();
        GoogleLongrunningListOperationsResponse second = operations
                .list(Cloud.PARENT)
                .setPageSize(2)
                .setPageToken(first.getNextPageToken())
                .execute();

        assertThat(Stream.of(first, second).flatMap(page -> page.getOperations().stream()))
                .extracting(GoogleLongrunningOperation::getName)
                .containsExactlyInAnyOrder(Cloud.name("a"), Cloud.name("b"), Cloud.name("c"));
    }

    @Test
    void cancels() throws Exception {
        operations
                .cancel(Cloud.name("cancels-0-x"), new GoogleLongrunningCancelOperationRequest())
                .execute();

        GoogleLongrunningOperation operation =
                operations.get(Cloud.name("cancels-0-x")).execute();
        assertThat(operation.getDone()).isTrue();
        assertThat(operation.getError().getCode()).isEqualTo(1);
        assertThat(cloud.lines()).contains("POST /v1/" + Cloud.name("cancels-0-x") + ":cancel");
    }

    @Test
    void deletes() throws Exception {
        cloud.operation("a").alreadyDone();

        operations.delete(Cloud.name("a")).execute();

        assertThatThrownBy(() -> operations.get(Cloud.name("a")).execute())
                .isInstanceOfSatisfying(GoogleJsonResponseException.class, gone -> {
                    assertThat(gone.getStatusCode()).isEqualTo(404);
                    assertThat(gone.getDetails().get("status")).isEqualTo("NOT_FOUND");
                });
    }
}
