// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.OperationsClient;
import dev.longrun.OperationsClientBuilder;
import dev.longrun.Version;
import dev.longrun.call.CallListener;
import dev.longrun.error.NotSentException;
import dev.longrun.http.Origin;
import dev.longrun.time.TimeSource;
import java.util.Optional;

/**
 * Where requests go and on whose behalf.
 *
 * @param endpoint instead of the service's own
 * @param quotaProject whose quota counts
 * @param credentials whether any are sent; never to this machine
 */
public record ClientConfig(Optional<Origin> endpoint, Optional<String> quotaProject, boolean credentials) {

    /** @throws NotSentException if the endpoint is not an origin */
    public static ClientConfig to(Optional<String> endpoint, Optional<String> quotaProject, boolean credentials) {
        return new ClientConfig(endpoint.map(ClientConfig::origin), quotaProject, credentials);
    }

    private static Origin origin(String endpoint) {
        try {
            return Origin.parse(endpoint);
        } catch (NotSentException e) {
            throw new NotSentException(
                    "--endpoint takes an origin, such as https://file.googleapis.com or http://127.0.0.1:8080; "
                            + e.getMessage(),
                    e);
        }
    }

    /** Whether the endpoint is one on this machine. */
    public boolean isOnThisMachine() {
        return endpoint.filter(Origin::isLoopback).isPresent();
    }

    /** Does no I/O. */
    public OperationsClient open(TimeSource time, CallListener listener) {
        OperationsClientBuilder builder = OperationsClient.builder()
                .application("lro/" + Version.current())
                .time(time)
                .listener(listener);
        endpoint.ifPresent(origin -> builder.endpoint(origin.toString()));
        quotaProject.ifPresent(builder::quotaProject);
        return (credentials && !isOnThisMachine() ? builder : builder.withoutCredentials()).build();
    }
}
