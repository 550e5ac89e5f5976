// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.http.Origin;
import dev.longrun.name.Location;
import dev.longrun.name.ResourceName;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name of an operation, with its service and the route to it.
 *
 * <pre>{@code
 * OperationName.of(file, "projects/p/locations/us-central1-a/operations/o")
 * OperationName.of(file, "//file.googleapis.com/projects/p/locations/us-central1-a/operations/o")
 * OperationName.of(file, "https://file.googleapis.com/v1/projects/p/locations/us-central1-a/operations/o:cancel")
 * }</pre>
 *
 * <p>The identity of an operation is its full resource name (AIP-122), {@link #fullName}. The API version and the host
 * are the route that requests take; they are no part of {@link #equals}, so the v1 and v1beta1 names of one operation
 * are equal. {@link #url} keeps both: parsing it gives the same name with the same route.
 *
 * <p>Immutable and small: a few fields over the name's text.
 */
public final class OperationName {
    private final ServiceDefinition service;
    private final ResourceName resource;
    private final @Nullable String host;

    OperationName(ServiceDefinition service, ResourceName resource, @Nullable String host) {
        this.service = service;
        this.resource = resource;
        this.host = host;
    }

    /**
     * Accepts the relative name, the full resource name, and the URL of a request for the operation. A host in the text
     * that differs from the service's usual one is kept as the {@link #endpoint}.
     *
     * <p>A name that no binding covers is accepted if it looks like an operation: an id follows a collection called
     * {@code operations}, or {@code warehouseOperations} and the like. Services have more names than they document.
     *
     * @throws dev.longrun.name.InvalidNameException if the text is not an operation's name, is one of another service
     *     or version, or if its host is of another location than its name
     */
    public static OperationName of(ServiceDefinition service, String text) {
        return PastedName.parse(text).operation(service);
    }

    /** As {@link #of(ServiceDefinition, String)}, for a relative name. */
    public static OperationName of(ServiceDefinition service, ResourceName resource) {
        OperationNameValidator.check(service, resource);
        return new OperationName(service, resource, null);
    }

    /** The service in the version that requests use. */
    public ServiceDefinition service() {
        return service;
    }

    /** The API version that requests use: {@code v1}. */
    public String version() {
        return service.version();
    }

    /** The host that was given with the name, if it is not the one that the service's definition names anyway. */
    public Optional<Origin> endpoint() {
        return host == null ? Optional.empty() : Optional.of(Origin.parse("https://" + host));
    }

    @Nullable
    String host() {
        return host;
    }

    public ResourceName resource() {
        return resource;
    }

    /** The relative name, not encoded: {@code projects/p/locations/l/operations/o}. */
    public String value() {
        return resource.value();
    }

    public Optional<Location> location() {
        return resource.location();
    }

    /**
     * True if the service documents cancel for names of this form. A false is a prediction only: a server may accept
     * the cancel.
     */
    public boolean isCancelDocumented() {
        return service.documents(ApiMethod.CANCEL, resource);
    }

    /** False if such names have no cancel, as those of Compute Engine: then none is sent. */
    public boolean hasCancel() {
        return service.hasCancel(resource);
    }

    /** What is left to do about an operation that {@linkplain #hasCancel has no cancel}; else empty. */
    public String insteadOfCancel() {
        return hasCancel() ? "" : service.dialect().insteadOfCancel();
    }

    /**
     * How long a wait on the server may take, if asked for this time. Compute Engine takes no time: its wait ends with
     * the operation, and after two minutes at the latest.
     */
    public Duration longestWait(Duration asked) {
        return service.dialect().longestWait(asked);
    }

    /**
     * The full resource name, {@code //file.googleapis.com/projects/p/locations/l/operations/o}: service and name,
     * without a version.
     */
    public String fullName() {
        return "//" + service.name() + '/' + value();
    }

    /**
     * The URL of a get at Google, {@code https://file.googleapis.com/v1/projects/p/locations/l/operations/o}: the form
     * that keeps the version and the host. It does not show the endpoints of a client.
     */
    public String url() {
        String at = host == null ? service.host(location()) : host;
        return "https://" + at + service.path(ApiMethod.GET, resource.value()).path();
    }

    /** The parent under which a documented list shows this operation; empty if there is none. */
    public Optional<OperationParent> parent() {
        String parent = parentOf(value());
        return service.documentedPath(ApiMethod.LIST, parent).isPresent()
                ? Optional.of(new OperationParent(service, parent, host))
                : Optional.empty();
    }

    /** What is before the collection and the id; before the id alone where the collection has another name. */
    static String parentOf(String operation) {
        String collection = before(operation);
        boolean isUsual = collection.equals("operations") || collection.endsWith("/operations");
        return isUsual ? before(collection) : collection;
    }

    private static String before(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }

    /** True for a name of the same operation: the same full resource name, by whatever version or host. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OperationName that
                && resource.equals(that.resource)
                && service.name().equals(that.service.name());
    }

    @Override
    public int hashCode() {
        return resource.hashCode();
    }

    /** The relative name, as {@link #value}. */
    @Override
    public String toString() {
        return value();
    }
}
