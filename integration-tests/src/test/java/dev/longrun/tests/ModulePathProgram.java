// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import com.google.auth.oauth2.UserCredentials;
import dev.longrun.OperationsClient;
import dev.longrun.auth.CredentialsException;
import dev.longrun.auth.GoogleTokens;
import dev.longrun.auth.OkHttpGoogleTransport;
import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.googleapiclient.GoogleJsonErrors;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.testkit.FakeOperationsServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;

/**
 * Cancels an operation, is refused a token, and says in which modules the types live that it took. Started by
 * {@link ModulePathTest}.
 */
final class ModulePathProgram {
    private ModulePathProgram() {}

    public static void main(String[] args) throws IOException {
        ServiceRegistry services = ServiceRegistry.load();
        OperationName name =
                services.operation("//file.googleapis.com/projects/p/locations/us-central1/operations/cancels-0-x");
        try (FakeOperationsServer server = FakeOperationsServer.start();
                OperationsClient client = OperationsClient.builder()
                        .endpoint(server.url())
                        .withoutCredentials()
                        .build()) {
            System.out.println(client.canceller().cancel(name).describe());
            System.out.println(refusal(server));
        }
        Stream.of(OperationsClient.class, FakeOperationsServer.class, GoogleJsonErrors.class)
                .map(Class::getModule)
                .forEach(System.out::println);
    }

    /** Takes what google-auth takes: a token server that knows nobody, asked over our transport. */
    private static String refusal(FakeOperationsServer server) throws IOException {
        UserCredentials user = UserCredentials.newBuilder()
                .setClientId("id")
                .setClientSecret("secret")
                .setRefreshToken("token")
                .setTokenServerUri(URI.create(server.url() + "/token"))
                .setHttpTransportFactory(() -> OkHttpGoogleTransport.over(new OkHttpClient()))
                .build();
        try {
            GoogleTokens.of(user, List.of()).headers(Duration.ofSeconds(20));
            return "granted";
        } catch (CredentialsException e) {
            return GoogleJsonErrors.error(Status.of(Code.UNAUTHENTICATED, e.getMessage()))
                    .getMessage();
        }
    }
}
