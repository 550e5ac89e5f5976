// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleapiclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.json.GenericJson;
import com.google.api.client.json.gson.GsonFactory;
import dev.longrun.name.InvalidNameException;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.time.TimeSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models of services whose operations have an id for their name, and a link. */
@Timeout(60)
class LinkedOperationsTest {
    private final FakeOperationsServer server = FakeOperationsServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "compute,   v1,      /compute/v1/projects/p/zones/z/operations/done-x,  projects/p/zones/z/operations/done-x",
        "compute,   v1,      /compute/v1/projects/p/global/operations/done-x,   projects/p/global/operations/done-x",
        "container, v1,      /v1/projects/p/locations/l/operations/done-x,      projects/p/locations/l/operations/done-x",
        "sqladmin,  v1beta4, /sql/v1beta4/projects/p/operations/done-x,         projects/p/operations/done-x",
    })
    void haveTheNameInTheirLink(String service, String version, String path, String name) throws Exception {
        ServiceDefinition definition = ServiceRegistry.load().service(service, version);
        GoogleApiClientBridge bridge = new GoogleApiClientBridge(GeneratedDataplex.at(server.url()), definition);

        Operation operation = bridge.operation(read(definition, path));

        assertThat(operation.name()).isEqualTo(OperationName.of(definition, name));
        assertThat(operation.name().endpoint()).isEmpty();
        assertThat(operation.done()).isTrue();
    }

    @Test
    void haveNoNameInALinkToSomethingElse() {
        ServiceDefinition compute = ServiceRegistry.load().service("compute", "v1");
        GoogleApiClientBridge bridge = new GoogleApiClientBridge(GeneratedDataplex.at(server.url()), compute);

        for (String link :
                new String[] {"https://compute.example/compute/v1/projects/p/zones/z/disks/d", "no link", ""}) {
            GenericJson model = new GenericJson().set("name", "operation-17").set("selfLink", link);
            assertThatThrownBy(() -> bridge.name(model)).as(link).isInstanceOf(InvalidNameException.class);
        }
    }

    private GenericJson read(ServiceDefinition service, String path) throws Exception {
        try (FakeOperationsServer own = FakeOperationsServer.start(TimeSource.system(), List.of(service), 0)) {
            String json = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(own.url() + path)).build(), BodyHandlers.ofString())
                    .body();
            return GsonFactory.getDefaultInstance().fromString(json, GenericJson.class);
        }
    }
}
