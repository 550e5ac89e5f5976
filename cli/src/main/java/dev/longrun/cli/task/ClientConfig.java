// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.OperationsClient;
import dev.longrun.OperationsClientBuilder;
import dev.longrun.call.ClientListener;
import dev.longrun.http.Origin;
import dev.longrun.text.SafeText;
import dev.longrun.time.TimeSource;
import java.util.Optional;

/**
 * Where requests go, and with which credentials.
 *
 * @param endpoint instead of the service's own host
 * @param quotaProject the project whose quota counts
 * @param credentials whether any are sent; an endpoint on this machine never gets any
 * @param regional whether requests go to regional hosts
 */
public record ClientConfig(
        Optional<Origin> endpoint, Optional<String> quotaProject, boolean credentials, boolean regional) {
    private static final String GOOGLE = ".googleapis.com";

    /** @throws IllegalArgumentException if the endpoint is not an origin, or contradicts regional hosts */
    public static ClientConfig of(
            Optional<String> endpoint, Optional<String> quotaProject, boolean credentials, boolean regional) {
        if (regional && endpoint.isPresent()) {
            throw new IllegalArgumentException("--regional sends requests to hosts of the service, and --endpoint to "
                    + SafeText.quoted(endpoint.get()) + "; leave out one of them");
        }
        return new ClientConfig(endpoint.map(ClientConfig::origin), quotaProject, credentials, regional);
    }

    private static Origin origin(String endpoint) {
        try {
            return Origin.parse(endpoint);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--endpoint takes an origin, such as https://file.googleapis.com or http://127.0.0.1:8080; "
                            + e.getMessage(),
                    e);
        }
    }

    /** A server on this machine. */
    public static ClientConfig local(String endpoint) {
        return new ClientConfig(Optional.of(Origin.parse(endpoint)), Optional.empty(), false, false);
    }

    /** Whether the endpoint is on this machine. */
    public boolean isOnThisMachine() {
        return endpoint.filter(Origin::isLoopback).isPresent();
    }

    /**
     * Whether a host that no service is known for is taken in the standard form: one of Google, or the one of the
     * endpoint.
     */
    public boolean takesUnknown(String host) {
        return host.endsWith(GOOGLE)
                || endpoint.filter(origin -> origin.host().equals(host)).isPresent();
    }

    /** Opens a client; does no I/O. */
    public OperationsClient open(TimeSource time, ClientListener... listeners) {
        OperationsClientBuilder builder = OperationsClient.builder()
                .application("lro/" + OperationsClient.version())
                .time(time)
                .regionalHosts(regional);
        for (ClientListener listener : listeners) {
            builder.listener(listener);
        }
        endpoint.ifPresent(origin -> builder.endpoint(origin.toString()));
        quotaProject.ifPresent(builder::quotaProject);
        return (credentials && !isOnThisMachine() ? builder : builder.withoutCredentials()).build();
    }
}
