// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleapiclient;

import com.google.api.client.googleapis.services.AbstractGoogleClient;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.json.GenericJson;
import com.google.api.client.json.gson.GsonFactory;
import com.google.auth.Credentials;
import com.google.auth.http.HttpCredentialsAdapter;
import dev.longrun.OperationsClient;
import dev.longrun.OperationsClientBuilder;
import dev.longrun.auth.OkHttpGoogleTransport;
import dev.longrun.http.Origin;
import dev.longrun.json.JsonObject;
import dev.longrun.name.InvalidNameException;
import dev.longrun.operation.Operation;
import dev.longrun.service.Endpoints;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * A generated client that starts operations, and whose operations are to be followed or cancelled here.
 *
 * <pre>{@code
 * var adopted = new GoogleApiClientBridge(filestore, Filestore.definition());
 * try (OperationsClient operations = adopted.builder().build()) {
 *     CancelOutcome outcome = operations.canceller().cancel(adopted.name(started));
 * }
 * }</pre>
 *
 * @param service of that client, in the same version: a generated client does not tell it
 */
public record GoogleApiClientBridge(AbstractGoogleClient client, ServiceDefinition service) {

    /**
     * Settles what the client has settled; the rest is as ever, and all of it may be settled otherwise before it is
     * built.
     *
     * <ul>
     *   <li>Root URL: taken over for this service, unless it is the usual one, where an operation's location may ask
     *       for another.
     *   <li>Universe domain and application name.
     *   <li>Credentials: those of its request initializer, whatever its kind; none if it has none. An API key is left
     *       behind.
     *   <li>Connections: shared if the client was built with a {@link OkHttpGoogleTransport}.
     * </ul>
     *
     * @throws InvalidNameException if the root URL has a path
     */
    public OperationsClientBuilder builder() {
        OperationsClientBuilder builder = OperationsClient.builder().universeDomain(client.getUniverseDomain());
        if (!Origin.parse(client.getRootUrl()).equals(usualOrigin())) {
            builder.endpoint(service.name(), client.getRootUrl());
        }
        if (client.getRequestFactory().getTransport() instanceof OkHttpGoogleTransport shared) {
            builder.http(shared.client());
        }
        Optional.ofNullable(client.getApplicationName()).ifPresent(builder::application);
        return credentials().map(builder::credentials).orElseGet(builder::withoutCredentials);
    }

    /**
     * The name of an operation that the client returned: its {@code Operation}, by whatever name its package calls that
     * class.
     *
     * @throws InvalidNameException if the model has no name, or none of an operation
     */
    public OperationName name(GenericJson operation) {
        if (operation.get("name") instanceof String name) {
            return OperationName.of(service, name);
        }
        throw new InvalidNameException(
                service.label() + ": expected an Operation with a name, as the server returns it; got a "
                        + operation.getClass().getSimpleName() + " without");
    }

    /** What the client read, as if it had been read here. */
    public Operation operation(GenericJson operation) {
        OperationName name = name(operation);
        try {
            return Operation.read(
                    name, JsonObject.parse(GsonFactory.getDefaultInstance().toString(operation)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Origin usualOrigin() {
        return Endpoints.google().withUniverse(client.getUniverseDomain()).resolve(service, Optional.empty());
    }

    private Optional<Credentials> credentials() {
        HttpRequestInitializer initializer = client.getRequestFactory().getInitializer();
        return initializer instanceof HttpCredentialsAdapter adapter
                ? Optional.of(adapter.getCredentials())
                : Optional.ofNullable(initializer).map(any -> new InitializerCredentials(any, client.getBaseUrl()));
    }
}
