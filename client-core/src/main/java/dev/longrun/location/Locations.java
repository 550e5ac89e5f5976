// SPDX-License-Identifier: Apache-2.0
package dev.longrun.location;

import dev.longrun.call.CallOptions;
import dev.longrun.call.CallRequest;
import dev.longrun.call.RpcClient;
import dev.longrun.error.UnreadableResponseException;
import dev.longrun.json.JsonObject;
import dev.longrun.name.InvalidNameException;
import dev.longrun.name.PercentEncoding;
import dev.longrun.service.Endpoints;
import dev.longrun.service.HttpRule;
import dev.longrun.service.LocationsMethod;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The locations of a service, each as a parent of operations.
 *
 * <pre>{@code
 * for (OperationParent location : client.locations().list(Filestore.definition(), "projects/acme")) {
 *     client.operations().stream(ListRequest.of(location)).forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>This is for services that do not take the location {@code -} for all, or whose locations have hosts of their own,
 * such as Vertex AI. Which services list their locations, their definitions do not say; one that does not answers 404
 * or 501. Thread-safe.
 */
public final class Locations {
    private final RpcClient caller;
    private final Endpoints endpoints;
    private final CallOptions options;

    public Locations(RpcClient caller, Endpoints endpoints, CallOptions options) {
        this.caller = caller;
        this.endpoints = endpoints;
        this.options = options;
    }

    /** The same locations, asked for with other deadlines or retries. */
    public Locations with(CallOptions other) {
        return new Locations(caller, endpoints, other);
    }

    /**
     * All of them, in the service's order: one call a page, each retried within its deadline.
     *
     * @param project {@code projects/acme}
     * @throws dev.longrun.error.LongrunException of the kind that tells how far the request got
     */
    public List<OperationParent> list(ServiceDefinition service, String project) {
        if (!LocationsMethod.LIST.rule(service).template().matches(project)) {
            throw new InvalidNameException(
                    "locations are those of a project, such as projects/acme; got \"" + project + '"');
        }
        List<OperationParent> parents = new ArrayList<>();
        Set<String> tokens = new HashSet<>();
        String token = "";
        do {
            JsonObject page = page(service, project, token);
            for (JsonObject location : page.objects("locations")) {
                parents.add(OperationParent.of(service, project + "/locations/" + id(location, service, project)));
            }
            token = page.string("nextPageToken").orElse("");
            if (!tokens.add(token)) {
                throw unreadable(
                        service, project, "a page token that it was asked with before; the list would never end");
            }
        } while (!token.isEmpty());
        return List.copyOf(parents);
    }

    /** The name may hold the project otherwise than it was asked for; the id is the same everywhere. */
    private static String id(JsonObject location, ServiceDefinition service, String project) {
        return location.string("locationId")
                .or(() -> location.string("name").map(name -> name.substring(name.lastIndexOf('/') + 1)))
                .orElseThrow(() -> unreadable(service, project, "a location without id and name: " + location.raw()));
    }

    private JsonObject page(ServiceDefinition service, String project, String token) {
        HttpRule rule = LocationsMethod.LIST.rule(service);
        CallRequest request = new CallRequest(
                service,
                LocationsMethod.LIST,
                project,
                endpoints.resolve(service, Optional.empty()),
                rule.method(),
                rule.template().expand(project),
                token.isEmpty() ? "" : "pageToken=" + PercentEncoding.encode(token),
                "");
        return caller.call(request, options, response -> JsonObject.parse(response.body()));
    }

    private static UnreadableResponseException unreadable(ServiceDefinition service, String project, String what) {
        return new UnreadableResponseException(service.label() + ' ' + LocationsMethod.LIST.label() + ' ' + project
                + ": the server answered with " + what);
    }
}
