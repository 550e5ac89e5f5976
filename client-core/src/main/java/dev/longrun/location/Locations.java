// SPDX-License-Identifier: Apache-2.0
package dev.longrun.location;

import dev.longrun.binding.BoundPath;
import dev.longrun.call.CallOptions;
import dev.longrun.endpoint.Endpoints;
import dev.longrun.error.UnreadableResponseException;
import dev.longrun.http.HttpResponse;
import dev.longrun.json.JsonObject;
import dev.longrun.name.InvalidNameException;
import dev.longrun.rpc.CallRequest;
import dev.longrun.rpc.RpcClient;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.text.PercentEncoding;
import dev.longrun.text.SafeText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;

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
 * such as Vertex AI. The definitions do not say which services list their locations; a service that does not responds
 * with 404 or 501. Thread-safe.
 */
public final class Locations {
    private static final Pattern PROJECT = Pattern.compile("projects/[^/]+");

    private final RpcClient caller;
    private final Endpoints endpoints;
    private final CallOptions options;

    /** For the builder of a client: applications have no {@code RpcClient}. */
    @SuppressWarnings("exports") // wiring
    public Locations(RpcClient caller, Endpoints endpoints, CallOptions options) {
        this.caller = caller;
        this.endpoints = endpoints;
        this.options = options;
    }

    /** The same locations, listed with other deadlines or retries. */
    public Locations with(CallOptions other) {
        return new Locations(caller, endpoints, other);
    }

    /**
     * All locations, in the service's order: one call for each page, each retried within its deadline.
     *
     * @param project {@code projects/acme}
     * @throws InvalidNameException if {@code project} has another form
     * @throws dev.longrun.error.LongrunException of the kind that tells how far the request got
     */
    public List<OperationParent> list(ServiceDefinition service, String project) {
        Pages pages = new Pages(service, project);
        Optional<String> token = Optional.of("");
        while (token.isPresent()) {
            token = pages.read(caller.call(request(service, project, token.get()), options, Locations::json));
        }
        return List.copyOf(pages.parents);
    }

    /** As {@link #list}, without blocking. Cancelling the future aborts the request under way. */
    public CompletableFuture<List<OperationParent>> listAsync(ServiceDefinition service, String project) {
        Pages pages = new Pages(service, project);
        CompletableFuture<List<OperationParent>> result = new CompletableFuture<>();
        next(pages, "", result);
        return result;
    }

    private void next(Pages pages, String token, CompletableFuture<List<OperationParent>> result) {
        CompletableFuture<JsonObject> call =
                caller.callAsync(request(pages.service, pages.project, token), options, Locations::json);
        result.whenComplete((parents, failure) -> call.cancel(true)); // has no effect on a call that ended
        call.thenApply(pages::read).whenComplete((next, failure) -> {
            if (failure != null) {
                result.completeExceptionally(
                        failure instanceof CompletionException wrapper ? wrapper.getCause() : failure);
            } else if (next.isEmpty()) {
                result.complete(List.copyOf(pages.parents));
            } else if (!result.isDone()) {
                next(pages, next.get(), result);
            }
        });
    }

    private static JsonObject json(HttpResponse response) {
        return JsonObject.parse(response.body());
    }

    /** The id: the name in the response may hold the project's number for its id. */
    private static String id(JsonObject location, ServiceDefinition service, String project) {
        return location.string("locationId")
                .or(() -> location.string("name").map(name -> name.substring(name.lastIndexOf('/') + 1)))
                .orElseThrow(() -> unreadable(service, project, "a location without id and name: " + location.raw()));
    }

    private CallRequest request(ServiceDefinition service, String project, String token) {
        BoundPath route = service.path(ApiMethod.LIST_LOCATIONS, project);
        return new CallRequest(
                service,
                ApiMethod.LIST_LOCATIONS,
                project,
                endpoints.resolve(service, Optional.empty()),
                route,
                token.isEmpty() ? "" : PercentEncoding.parameter("pageToken", token),
                "");
    }

    private static UnreadableResponseException unreadable(ServiceDefinition service, String project, String what) {
        return new UnreadableResponseException(service.label() + ' ' + ApiMethod.LIST_LOCATIONS.label() + ' ' + project
                + ": the server answered with " + what);
    }

    /** The locations on the pages that were read so far. */
    private static final class Pages {
        private final ServiceDefinition service;
        private final String project;
        private final List<OperationParent> parents = new ArrayList<>();
        private final Set<String> tokens = new HashSet<>();

        Pages(ServiceDefinition service, String project) {
            if (!PROJECT.matcher(project).matches()) {
                throw new InvalidNameException(
                        "locations are those of a project, such as projects/acme; got " + SafeText.quoted(project));
            }
            this.service = service;
            this.project = project;
        }

        /** Returns the token of the next page; empty after the last one. */
        Optional<String> read(JsonObject page) {
            for (JsonObject location : page.objects("locations")) {
                parents.add(OperationParent.of(service, project + "/locations/" + id(location, service, project)));
            }
            Optional<String> token = page.string("nextPageToken").filter(text -> !text.isEmpty());
            if (token.isPresent() && !tokens.add(token.get())) {
                throw unreadable(
                        service, project, "a page token that it was asked with before; the list would never end");
            }
            return token;
        }
    }
}
