// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.name.Location;
import dev.longrun.name.ResourceName;
import java.util.Optional;

/**
 * What a list of operations is asked for: the resource they belong to, with its service and version.
 *
 * <p>The parent's name is enough for every service, also where the binding wants the collection with it, as in
 * {@code {name=projects/*}{@code /operations}}; {@code projects/p/operations} is the same as {@code projects/p}.
 * Services whose operations have no parent, such as {@code operations/*}, are listed by {@link #none}.
 */
public final class OperationParent {
    private static final String COLLECTION = "operations";

    private final ServiceDefinition service;
    private final String value;

    OperationParent(ServiceDefinition service, String value) {
        this.service = service;
        this.value = value;
    }

    /**
     * Accepts {@code projects/p/locations/-}, {@code //file.googleapis.com/projects/p/locations/-} and the URL of a
     * list.
     *
     * @throws dev.longrun.error.NotSentException if it is no resource name, or one of another service or version
     */
    public static OperationParent of(ServiceDefinition service, String text) {
        ResourceName name = ResourceName.parse(NameReference.parse(text).parentFor(service));
        return new OperationParent(service, withoutCollection(name.value()));
    }

    static String withoutCollection(String name) {
        if (name.equals(COLLECTION)) {
            return "";
        }
        return name.endsWith('/' + COLLECTION) ? name.substring(0, name.length() - COLLECTION.length() - 1) : name;
    }

    /** The parent of operations that have none. */
    public static OperationParent none(ServiceDefinition service) {
        return new OperationParent(service, "");
    }

    public ServiceDefinition service() {
        return service;
    }

    /** The relative name, without the collection; {@code ""} for {@link #none}. */
    public String value() {
        return value;
    }

    public Optional<Location> location() {
        return value.isEmpty() ? Optional.empty() : new ResourceName(value).location();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OperationParent that && value.equals(that.value) && service.isSameAs(that.service);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
