// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleapiclient;

import com.google.api.client.googleapis.services.AbstractGoogleClient;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.json.GenericJson;
import com.google.api.client.json.gson.GsonFactory;
import com.google.auth.Credentials;
import com.google.auth.http.HttpCredentialsAdapter;
import dev.longrun.OperationsClient;
import dev.longrun.OperationsClientBuilder;
import dev.longrun.endpoint.Endpoints;
import dev.longrun.googleauth.OkHttpGoogleTransport;
import dev.longrun.http.Origin;
import dev.longrun.json.JsonObject;
import dev.longrun.name.InvalidNameException;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import okhttp3.OkHttpClient;

/**
 * Connects a generated client of google-api-client with Longrun: the client starts operations, Longrun watches and
 * cancels them.
 *
 * <pre>{@code
 * var bridge = new GoogleApiClientBridge(dataplex, Dataplex.definition());
 * try (OperationsClient operations = bridge.builder().build()) {
 *     CancelOutcome outcome = operations.canceller().cancel(bridge.name(started));
 * }
 * }</pre>
 *
 * @param service the service of the client in the same version; a generated client does not contain it
 */
public record GoogleApiClientBridge(AbstractGoogleClient client, ServiceDefinition service) {

    /**
     * A transport for generated clients and for token fetches, instead of {@code NetHttpTransport}: it uses the proxy,
     * TLS, DNS and connection pool of this OkHttp client, which is never closed.
     */
    public static HttpTransport transport(OkHttpClient http) {
        return OkHttpGoogleTransport.over(http);
    }

    /**
     * A builder with the settings of the client. Each may be changed before the build; other settings have their
     * defaults.
     *
     * <ul>
     *   <li>Root URL: used for this service, unless it is the default, where the location of an operation may require a
     *       regional host.
     *   <li>Universe domain and application name.
     *   <li>Credentials: those of its request initializer of any kind; none without an initializer. An API key is not
     *       used.
     *   <li>Connections: shared if the client was built with a {@link #transport}.
     * </ul>
     *
     * @throws InvalidNameException if the root URL has a path
     */
    public OperationsClientBuilder builder() {
        OperationsClientBuilder builder = OperationsClient.builder().universeDomain(client.getUniverseDomain());
        if (!Origin.parse(client.getRootUrl()).equals(defaultOrigin())) {
            builder.endpoint(service.name(), client.getRootUrl());
        }
        if (client.getRequestFactory().getTransport() instanceof OkHttpGoogleTransport shared) {
            builder.http(shared.client());
        }
        Optional.ofNullable(client.getApplicationName()).ifPresent(builder::application);
        return credentials().map(builder::credentials).orElseGet(builder::withoutCredentials);
    }

    /**
     * The name of an operation that the client returned: its {@code Operation}, or whatever the class is called in its
     * package. Where operations have an id and a link, as those of Compute Engine, GKE and Cloud SQL, the link has the
     * name.
     *
     * @throws InvalidNameException if the model has no name of an operation of this service
     */
    public OperationName name(GenericJson operation) {
        if (operation.get("selfLink") instanceof String link) {
            return OperationName.of(service, atUsualHost(link));
        } else if (operation.get("name") instanceof String name) {
            return OperationName.of(service, name);
        }
        throw new InvalidNameException(
                service.label() + ": expected an Operation with a name, as the server returns it; got a "
                        + operation.getClass().getSimpleName() + " without");
    }

    /** Converts an operation that the client has read. */
    public Operation operation(GenericJson operation) {
        OperationName name = name(operation);
        try {
            return Operation.read(
                    name, JsonObject.parse(GsonFactory.getDefaultInstance().toString(operation)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server may write a host of its own into its links; requests go to that of the client. */
    private String atUsualHost(String link) {
        try {
            return "https://" + service.name() + URI.create(link).getRawPath();
        } catch (IllegalArgumentException noUrl) {
            return link; // rejected as a name, with what would be right
        }
    }

    private Origin defaultOrigin() {
        return Endpoints.google().withUniverse(client.getUniverseDomain()).resolve(service, Optional.empty());
    }

    private Optional<Credentials> credentials() {
        HttpRequestInitializer initializer = client.getRequestFactory().getInitializer();
        return initializer instanceof HttpCredentialsAdapter adapter
                ? Optional.of(adapter.getCredentials())
                : Optional.ofNullable(initializer).map(any -> new InitializerCredentials(any, client.getBaseUrl()));
    }
}
