// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.http.Origin;
import dev.longrun.name.Location;
import dev.longrun.name.ResourceName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The resource whose operations are listed, with its service and the route to it.
 *
 * <p>The parent's name is enough for every service, also where the binding includes the collection, as in
 * {@code {name=projects/*}{@code /operations}}; {@code projects/p/operations} is the same as {@code projects/p}.
 * Services whose operations have no parent, such as {@code operations/*}, are listed by {@link #none}.
 *
 * <p>As for {@link OperationName}, version and host are the route and no part of {@link #equals}. Immutable.
 */
public final class OperationParent {
    private final ServiceDefinition service;
    private final String value;
    private final @Nullable String host;

    OperationParent(ServiceDefinition service, String value, @Nullable String host) {
        this.service = service;
        this.value = value;
        this.host = host;
    }

    /**
     * Accepts {@code projects/p/locations/-}, {@code //file.googleapis.com/projects/p/locations/-} and the URL of a
     * list.
     *
     * @throws dev.longrun.name.InvalidNameException if the text is no resource name, is one of another service or
     *     version, or if its host is of another location than its name
     */
    public static OperationParent of(ServiceDefinition service, String text) {
        return PastedName.parse(text).parent(service);
    }

    /** The parent of operations that have none. */
    public static OperationParent none(ServiceDefinition service) {
        return new OperationParent(service, "", null);
    }

    /** The service in the version that requests use. */
    public ServiceDefinition service() {
        return service;
    }

    /** The relative name, without the collection; {@code ""} for {@link #none}. */
    public String value() {
        return value;
    }

    /** The host that was given with the name, if it is not the one that the service's definition names anyway. */
    public Optional<Origin> endpoint() {
        return Optional.ofNullable(host).map(name -> Origin.parse("https://" + name));
    }

    public Optional<Location> location() {
        return value.isEmpty() ? Optional.empty() : new ResourceName(value).location();
    }

    /**
     * An operation that a list of this parent showed, by the route of that list.
     *
     * @param name the operation's name as the server wrote it, relative as a rule
     */
    public OperationName operation(String name) {
        OperationName listed = OperationName.of(service, name);
        boolean keepsHost =
                host != null && listed.host() == null && ServiceHost.parse(host).serves(service, listed.location());
        return keepsHost ? new OperationName(service, listed.resource(), host) : listed;
    }

    /**
     * Whether a list of this parent may show an operation of that name: the name begins with the parent's, where
     * {@code -} stands for any id, and a project's number for its id. A name without any parent, such as
     * {@code operations/o}, belongs to every parent.
     */
    public boolean contains(OperationName operation) {
        if (isPrefix(value, operation.value())) {
            return true;
        }
        String[] asked = value.isEmpty() ? new String[0] : value.split("/");
        String[] shown = operation.value().split("/", -1);
        if (shown.length == 2) { // a collection and an id: there is no parent to compare
            return true;
        }
        for (int i = 0; i < asked.length; i++) {
            boolean isProject = i > 0 && asked[i - 1].equals("projects");
            if (i >= shown.length || !isSame(asked[i], shown[i], isProject)) {
                return false;
            }
        }
        return true;
    }

    /** The usual case, which a long list need not split names for. */
    private static boolean isPrefix(String parent, String name) {
        return name.length() > parent.length() && name.charAt(parent.length()) == '/' && name.startsWith(parent);
    }

    private static boolean isSame(String asked, String shown, boolean isProject) {
        return asked.equals("-") || asked.equals(shown) || (isProject && isNumber(asked) != isNumber(shown));
    }

    private static boolean isNumber(String id) {
        return id.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OperationParent that
                && value.equals(that.value)
                && service.name().equals(that.service.name());
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
