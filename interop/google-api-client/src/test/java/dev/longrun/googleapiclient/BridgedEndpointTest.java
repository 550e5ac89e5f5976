// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleapiclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.googleapis.services.json.AbstractGoogleJsonClient;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.dataplex.v1.CloudDataplex;
import com.google.api.services.dataplex.v1.model.GoogleLongrunningOperation;
import dev.longrun.OperationsClient;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.testkit.FakeOperationsServer;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BridgedEndpointTest {
    private static final ServiceDefinition VERTEX = ServiceRegistry.load().service("aiplatform", "v1");

    @ParameterizedTest
    @CsvSource({
        "https://aiplatform.googleapis.com/,             googleapis.com, us-central1-aiplatform.googleapis.com",
        "https://europe-west4-aiplatform.googleapis.com, googleapis.com, europe-west4-aiplatform.googleapis.com",
        "https://vertex.corp.example/,                   googleapis.com, vertex.corp.example",
        "https://aiplatform.s3nsapis.fr/,                s3nsapis.fr,    us-central1-aiplatform.s3nsapis.fr",
    })
    void isTheClientsUnlessItIsTheUsualOne(String root, String universe, String host) {
        List<String> asked = new ArrayList<>();
        OkHttpClient offline = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    asked.add(chain.request().url().host());
                    return new Response.Builder()
                            .request(chain.request())
                            .protocol(Protocol.HTTP_1_1)
                            .code(200)
                            .message("OK")
                            .body(ResponseBody.create(
                                    "{\"name\": \"projects/p/locations/us-central1/operations/1\"}",
                                    MediaType.get("application/json")))
                            .build();
                })
                .build();
        GoogleApiClientBridge bridge =
                new GoogleApiClientBridge(client(root, universe, GoogleApiClientBridge.transport(offline)), VERTEX);

        try (OperationsClient operations = bridge.builder().build()) {
            operations.operations().get(OperationName.of(VERTEX, "projects/p/locations/us-central1/operations/1"));
        }

        assertThat(asked).containsExactly(host);
    }

    @Test
    void mustBeOne() {
        GoogleApiClientBridge bridge = new GoogleApiClientBridge(
                client(
                        "https://gateway.example/vertex/",
                        "googleapis.com",
                        GoogleApiClientBridge.transport(new OkHttpClient())),
                VERTEX);

        assertThatThrownBy(bridge::builder)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("origin: expected scheme, host and port only, like https://file.googleapis.com;"
                        + " got \"https://gateway.example/vertex/\"");
    }

    @Test
    void isReachedOverTheClientsConnections() throws Exception {
        Counter connections = new Counter();
        try (FakeOperationsServer server = FakeOperationsServer.start()) {
            HttpTransport shared = GoogleApiClientBridge.transport(
                    new OkHttpClient.Builder().eventListener(connections).build());
            CloudDataplex dataplex = GeneratedDataplex.at(server.url(), shared, null);
            GoogleLongrunningOperation read = dataplex.projects()
                    .locations()
                    .operations()
                    .get(GeneratedDataplex.operation("done-x"))
                    .execute();

            GoogleApiClientBridge bridge = new GoogleApiClientBridge(dataplex, GeneratedDataplex.SERVICE);
            try (OperationsClient operations = bridge.builder().build()) {
                operations.operations().get(bridge.name(read));
            }

            assertThat(server.requests()).hasSize(2);
            assertThat(connections.opened).hasValue(1);
        }
    }

    private static AbstractGoogleJsonClient client(String root, String universe, HttpTransport transport) {
        return new Vertex(new Vertex.Builder(transport, root, universe));
    }

    /** What a generated client amounts to. */
    private static final class Vertex extends AbstractGoogleJsonClient {
        Vertex(Builder builder) {
            super(builder);
        }

        private static final class Builder extends AbstractGoogleJsonClient.Builder {
            Builder(HttpTransport transport, String root, String universe) {
                super(transport, GsonFactory.getDefaultInstance(), root, "", null, false);
                setUniverseDomain(universe);
                setApplicationName("sweeper/1.2");
            }

            @Override
            public AbstractGoogleJsonClient build() {
                return new Vertex(this);
            }
        }
    }

    private static final class Counter extends EventListener {
        final AtomicInteger opened = new AtomicInteger();

        @Override
        public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
            opened.incrementAndGet();
        }
    }
}
