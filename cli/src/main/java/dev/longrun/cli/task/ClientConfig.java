// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.OperationsClient;
import dev.longrun.OperationsClientBuilder;
import dev.longrun.call.ClientListener;
import dev.longrun.cli.settings.CredentialChoice;
import dev.longrun.cli.settings.ProxyVariables;
import dev.longrun.http.Origin;
import dev.longrun.time.TimeSource;
import java.util.Map;
import java.util.Optional;

/**
 * Where requests go, by which way, and with which credentials.
 *
 * @param endpoint instead of the service's own host
 * @param endpointGiven whether the command line has it; if not, variables for single services win over it
 * @param regional whether requests go to regional hosts
 * @param plaintext whether plain http to other machines is allowed, without credentials
 * @param credentials of all requests that may carry some; an endpoint on this machine never gets any
 * @param quotaProject the project whose quota counts; for requests with credentials
 * @param reason why the requests are made
 * @param proxies as the variables name them
 * @param variables of the environment
 */
public record ClientConfig(
        Optional<Origin> endpoint,
        boolean endpointGiven,
        boolean regional,
        boolean plaintext,
        CredentialChoice credentials,
        Optional<String> quotaProject,
        Optional<String> reason,
        Optional<ProxyVariables> proxies,
        Map<String, String> variables) {
    private static final String GOOGLE = ".googleapis.com";

    /** A server on this machine, whatever the environment says. */
    public static ClientConfig local(String endpoint) {
        return new ClientConfig(
                Optional.of(Origin.parse(endpoint)),
                true,
                false,
                false,
                new CredentialChoice.None(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
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
                .environment(variables)
                .application("lro/" + OperationsClient.version())
                .time(time)
                .regionalHosts(regional)
                .plaintext(plaintext);
        for (ClientListener listener : listeners) {
            builder.listener(listener);
        }
        endpoint.filter(origin -> endpointGiven).ifPresent(origin -> builder.endpoint(origin.toString()));
        quotaProject.ifPresent(builder::quotaProject);
        reason.ifPresent(builder::requestReason);
        proxies.ifPresent(builder::proxy);
        return credentials.apply(builder).build();
    }
}
