// SPDX-License-Identifier: Apache-2.0
package dev.longrun.gax;

import com.google.api.gax.core.CredentialsProvider;
import com.google.api.gax.core.FixedCredentialsProvider;
import com.google.api.gax.longrunning.OperationFuture;
import com.google.api.gax.longrunning.OperationSnapshot;
import com.google.api.gax.rpc.ApiExceptions;
import com.google.api.gax.rpc.ClientContext;
import com.google.api.gax.rpc.ClientSettings;
import com.google.api.gax.rpc.HeaderProvider;
import com.google.auth.Credentials;
import dev.longrun.OperationsClient;
import dev.longrun.OperationsClientBuilder;
import dev.longrun.endpoint.Endpoints;
import dev.longrun.error.ConfigurationException;
import dev.longrun.http.Origin;
import dev.longrun.name.InvalidNameException;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Connects a Cloud client library with Longrun: the library starts operations, Longrun watches and cancels them.
 *
 * <pre>{@code
 * GaxBridge bridge = GaxBridge.of(settings, Filestore.definition());
 * try (OperationsClient operations = bridge.builder().build()) {
 *     CancelOutcome outcome = operations.canceller().cancel(bridge.name(filestore.deleteInstanceAsync(instance)));
 * }
 * }</pre>
 *
 * <p>The service is a parameter, in the version of the library: gax's settings name a host, and no service definition.
 * Immutable and thread-safe.
 */
public final class GaxBridge {
    private final ServiceDefinition service;
    private final CredentialsProvider credentials;
    private final HeaderProvider headers;
    private final Optional<String> endpoint;
    private final Optional<String> universe;
    private final Optional<String> quotaProject;

    private GaxBridge(
            ServiceDefinition service,
            CredentialsProvider credentials,
            HeaderProvider headers,
            @Nullable String endpoint,
            @Nullable String universe,
            @Nullable String quotaProject) {
        this.service = service;
        this.credentials = credentials;
        this.headers = headers;
        this.endpoint = Optional.ofNullable(endpoint);
        this.universe = Optional.ofNullable(universe);
        this.quotaProject = Optional.ofNullable(quotaProject);
    }

    /** With everything that {@link #builder} takes over from the settings of a client. */
    public static GaxBridge of(ClientSettings<?> settings, ServiceDefinition service) {
        return new GaxBridge(
                service,
                settings.getCredentialsProvider(),
                settings.getHeaderProvider(),
                settings.getEndpoint(),
                settings.getUniverseDomain(),
                settings.getQuotaProjectId());
    }

    /** The same, from the context of a client that exists: its credentials have been looked up. */
    public static GaxBridge of(ClientContext context, ServiceDefinition service) {
        return new GaxBridge(
                service,
                FixedCredentialsProvider.create(context.getCredentials()),
                context::getHeaders,
                context.getEndpoint(),
                context.getUniverseDomain(),
                context.getQuotaProjectId());
    }

    /** With credentials and headers, and the usual hosts of the service. */
    public static GaxBridge of(CredentialsProvider credentials, HeaderProvider headers, ServiceDefinition service) {
        return new GaxBridge(service, credentials, headers, null, null, null);
    }

    /** The service of the names, in the version that requests use. */
    public ServiceDefinition service() {
        return service;
    }

    /**
     * A builder with the settings of gax. Each may be changed before the build; other settings have their defaults.
     *
     * <ul>
     *   <li>Credentials: those of the provider, which is asked here and may do I/O; none if it has none. An API key is
     *       not used.
     *   <li>Endpoint: used for this service, unless it is the usual one, where the location of an operation may require
     *       a regional host. A gRPC endpoint must serve REST too.
     *   <li>Universe domain and quota project.
     *   <li>Headers: {@code user-agent} becomes the application, {@code x-goog-user-project} the quota project,
     *       {@code x-goog-request-reason} the reason. Others are added to each request, by interceptor of the builder's
     *       {@code http} client, except those that every client has its own of, as {@code x-goog-api-client}.
     * </ul>
     *
     * @throws ConfigurationException if the provider has no credentials to give, or a header is a credential
     * @throws IllegalArgumentException if the endpoint is no host and port
     */
    public OperationsClientBuilder builder() {
        OperationsClientBuilder builder = OperationsClient.builder();
        universe.ifPresent(builder::universeDomain);
        if (endpoint.isPresent() && !Origin.parse(endpoint.get()).equals(usualOrigin())) {
            builder.endpoint(service.name(), endpoint.get());
        }
        GaxHeaders.of(headers.getHeaders()).applyTo(builder);
        quotaProject.ifPresent(builder::quotaProject);
        return credentials().map(builder::credentials).orElseGet(builder::withoutCredentials);
    }

    /**
     * The name of the operation that the future waits for. Blocks until the request that starts it has been answered.
     *
     * @throws com.google.api.gax.rpc.ApiException if that request failed, as the future's own {@code get} would say
     * @throws InvalidNameException if the response has no name of an operation of this service
     */
    public OperationName name(OperationFuture<?, ?> future) {
        return name(ApiExceptions.callAndTranslateApiException(future.getInitialFuture()));
    }

    /** @throws InvalidNameException if the snapshot has no name of an operation of this service */
    public OperationName name(OperationSnapshot snapshot) {
        String name = snapshot.getName();
        if (name == null || name.isEmpty()) {
            throw new InvalidNameException(service.label()
                    + ": expected the snapshot of an operation with a name, as the server returns it; got a "
                    + snapshot.getClass().getSimpleName() + " without");
        }
        return OperationName.of(service, name);
    }

    private Origin usualOrigin() {
        Endpoints google = Endpoints.google();
        return universe.map(google::withUniverse).orElse(google).resolve(service, Optional.empty());
    }

    private Optional<Credentials> credentials() {
        try {
            return Optional.ofNullable(credentials.getCredentials());
        } catch (IOException e) {
            throw new ConfigurationException(
                    "gax's " + credentials.getClass().getSimpleName() + " has no credentials to give: "
                            + e.getMessage(),
                    e);
        }
    }
}
