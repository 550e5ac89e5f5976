// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.name.Location;
import dev.longrun.name.ResourceName;
import java.util.Optional;
import java.util.function.Function;

/**
 * An operation's name together with its service and version, which the name alone does not tell.
 *
 * <pre>{@code
 * OperationName.of(file, "projects/p/locations/us-central1-a/operations/o")
 * OperationName.of(file, "//file.googleapis.com/projects/p/locations/us-central1-a/operations/o")
 * OperationName.of(file, "https://file.googleapis.com/v1/projects/p/locations/us-central1-a/operations/o:cancel")
 * }</pre>
 *
 * <p>Sealed by what the service documents: {@link Cancellable} if a binding of cancel covers the name, else
 * {@link Uncancellable}. The latter is a prediction; a server may know better.
 *
 * <p>Immutable and small: a few fields over the name's text. Equal if service, version and name are.
 */
public abstract sealed class OperationName permits OperationName.Cancellable, OperationName.Uncancellable {
    private final ServiceDefinition service;
    private final ResourceName resource;

    private OperationName(ServiceDefinition service, ResourceName resource) {
        this.service = service;
        this.resource = resource;
    }

    /**
     * Accepts the relative name, the full resource name, and the URL of a request for it.
     *
     * <p>What no binding covers is accepted if it looks like an operation, that is if an id follows a collection called
     * {@code operations}, or {@code warehouseOperations} and the like: services have more names than they document.
     *
     * @throws dev.longrun.error.NotSentException if it is not an operation's name, or one of another service or version
     */
    public static OperationName of(ServiceDefinition service, String text) {
        return of(service, ResourceName.parse(NameReference.parse(text).nameFor(service)));
    }

    /** As {@link #of(ServiceDefinition, String)}, for a relative name. */
    public static OperationName of(ServiceDefinition service, ResourceName resource) {
        OperationNameValidator.check(service, resource);
        return service.rule(OperationsMethod.CANCEL, resource).isPresent()
                ? new Cancellable(service, resource)
                : new Uncancellable(service, resource);
    }

    public final ServiceDefinition service() {
        return service;
    }

    public final ResourceName resource() {
        return resource;
    }

    /** The relative name, not encoded: {@code projects/p/locations/l/operations/o}. */
    public final String value() {
        return resource.value();
    }

    public final Optional<Location> location() {
        return resource.location();
    }

    /**
     * {@code //file.googleapis.com/projects/p/locations/l/operations/o}: the name that tells its service, but no
     * version.
     */
    public final String fullName() {
        return "//" + service.service() + '/' + value();
    }

    /** The parent under which a documented list shows this operation; empty if there is none. */
    public final Optional<OperationParent> parent() {
        String parent = isInOperations() ? before(before(value())) : before(value());
        return service.documentedList(parent).map(route -> new OperationParent(service, parent));
    }

    private boolean isInOperations() {
        return before(value()).equals("operations") || before(value()).endsWith("/operations");
    }

    private static String before(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }

    /** The result of the function for the form this name has. */
    public abstract <T> T fold(
            Function<? super Cancellable, ? extends T> cancellable,
            Function<? super Uncancellable, ? extends T> uncancellable);

    @Override
    public final boolean equals(Object other) {
        return other instanceof OperationName that && resource.equals(that.resource) && service.isSameAs(that.service);
    }

    @Override
    public final int hashCode() {
        return resource.hashCode();
    }

    /** The relative name, as {@link #value}. */
    @Override
    public final String toString() {
        return value();
    }

    /** The service documents cancel for names of this form. */
    public static final class Cancellable extends OperationName {
        private Cancellable(ServiceDefinition service, ResourceName resource) {
            super(service, resource);
        }

        @Override
        public <T> T fold(
                Function<? super Cancellable, ? extends T> cancellable,
                Function<? super Uncancellable, ? extends T> uncancellable) {
            return cancellable.apply(this);
        }
    }

    /** The service documents no cancel for names of this form. */
    public static final class Uncancellable extends OperationName {
        private Uncancellable(ServiceDefinition service, ResourceName resource) {
            super(service, resource);
        }

        @Override
        public <T> T fold(
                Function<? super Cancellable, ? extends T> cancellable,
                Function<? super Uncancellable, ? extends T> uncancellable) {
            return uncancellable.apply(this);
        }
    }
}
