// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import com.google.auth.oauth2.UserCredentials;
import dev.longrun.OperationsClient;
import dev.longrun.error.Code;
import dev.longrun.error.LongrunException;
import dev.longrun.error.Status;
import dev.longrun.googleapiclient.GoogleApiClientBridge;
import dev.longrun.googleapiclient.GoogleJsonErrors;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.testkit.FakeOperationsServer;
import java.net.URI;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;

/**
 * Cancels an operation, is refused a token, and says in which modules the types live that it took. Started by
 * {@link ModulePathTest}.
 */
final class ModulePathProgram {
    private ModulePathProgram() {}

    public static void main(String[] args) {
        ServiceRegistry services = ServiceRegistry.load();
        OperationName name =
                services.operation("//file.googleapis.com/projects/p/locations/us-central1/operations/cancels-0-x");
        try (FakeOperationsServer server = FakeOperationsServer.start();
                OperationsClient client = OperationsClient.builder()
                        .endpoint(server.url())
                        .withoutCredentials()
                        .build()) {
            System.out.println(client.canceller().cancel(name).describe());
            System.out.println(refusal(server, name));
        }
        Stream.of(OperationsClient.class, FakeOperationsServer.class, GoogleJsonErrors.class)
                .map(Class::getModule)
                .forEach(System.out::println);
    }

    /** Takes what google-auth takes: a token server that rejects every account, asked over our transport. */
    private static String refusal(FakeOperationsServer server, OperationName name) {
        UserCredentials user = UserCredentials.newBuilder()
                .setClientId("id")
                .setClientSecret("secret")
                .setRefreshToken("token")
                .setTokenServerUri(URI.create(server.url() + "/token"))
                .setHttpTransportFactory(() -> GoogleApiClientBridge.transport(new OkHttpClient()))
                .build();
        try (OperationsClient client = OperationsClient.builder()
                .endpoint(server.url())
                .credentials(user)
                .credentialsOverLoopback(true)
                .build()) {
            client.operations().get(name);
            return "granted";
        } catch (LongrunException e) {
            return GoogleJsonErrors.error(Status.of(Code.UNAUTHENTICATED, e.getMessage()))
                    .getMessage();
        }
    }
}
