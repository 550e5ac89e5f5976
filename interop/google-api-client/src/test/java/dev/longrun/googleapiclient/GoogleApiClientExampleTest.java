// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleapiclient;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.dataplex.v1.CloudDataplex;
import com.google.api.services.dataplex.v1.model.GoogleLongrunningOperation;
import dev.longrun.OperationsClient;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.dataplex.v1.Dataplex;
import dev.longrun.testkit.FakeOperationsServer;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The examples of the package's documentation. */
@Timeout(60)
class GoogleApiClientExampleTest {

    @Test
    void whatTheGeneratedClientStartedIsCancelled() throws Exception {
        String lakeName = GeneratedDataplex.LOCATION + "/lakes/l";
        try (FakeOperationsServer server = FakeOperationsServer.start()) {
            HttpTransport transport = GoogleApiClientBridge.transport(deleting("cancels-100-x"));
            CloudDataplex dataplex = GeneratedDataplex.at(server.url(), transport, null);

            var bridge = new GoogleApiClientBridge(dataplex, Dataplex.definition());
            try (OperationsClient operations = bridge.builder().build()) {
                GoogleLongrunningOperation deletion =
                        dataplex.projects().locations().lakes().delete(lakeName).execute();

                CancelOutcome outcome = operations.canceller().cancel(bridge.name(deletion));

                System.out.println(outcome.describe());
                assertThat(outcome.kind()).isEqualTo(CancelOutcome.Kind.CANCELLED);
            }
        }
    }

    @Test
    void theTransportIsThatOfAGeneratedClient() {
        HttpRequestInitializer initializer = request -> {};

        HttpTransport transport = GoogleApiClientBridge.transport(new OkHttpClient()); // one pool, proxy and TLS set-up
        var dataplex = new CloudDataplex.Builder(transport, GsonFactory.getDefaultInstance(), initializer)
                .setApplicationName("sweeper/1.2")
                .build();

        assertThat(dataplex.getRequestFactory().getTransport()).isSameAs(transport);
    }

    /** Answers the deletion of a lake by that operation, as the service would; the fake server has operations only. */
    private static OkHttpClient deleting(String id) {
        String operation = "{\"name\": \"" + GeneratedDataplex.operation(id) + "\"}";
        return new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.request().method().equals("DELETE")
                        ? new Response.Builder()
                                .request(chain.request())
                                .protocol(Protocol.HTTP_1_1)
                                .code(200)
                                .message("OK")
                                .body(ResponseBody.create(operation, MediaType.get("application/json")))
                                .build()
                        : chain.proceed(chain.request()))
                .build();
    }
}
