// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.binding.HttpRule;
import dev.longrun.name.InvalidNameException;
import dev.longrun.name.ResourceName;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text that names an operation or its parent, split into host, version and name: a bare name, a full resource name
 * (with or without its two slashes), or the URL of a request. User info, port, query and fragment of a URL are dropped
 * and never shown.
 */
final class PastedName {
    private static final String GOOGLE = ".googleapis.com";

    private final @Nullable String host;
    private final @Nullable String path;
    private final String name;

    /** @param path the path of a URL, percent-encoded; null for the other forms */
    private PastedName(@Nullable String host, @Nullable String path, String name) {
        this.host = host;
        this.path = path;
        this.name = name;
    }

    static PastedName parse(String text) {
        boolean https = text.regionMatches(true, 0, "https://", 0, 8);
        if (https || text.regionMatches(true, 0, "http://", 0, 7)) {
            return url(text, https ? 8 : 7);
        }
        int from = text.startsWith("//") ? 2 : 0;
        int slash = text.indexOf('/', from);
        boolean hasHost = slash > from && (from > 0 || text.startsWith(GOOGLE, slash - GOOGLE.length()));
        return hasHost
                ? new PastedName(withoutUser(text.substring(from, slash)), null, text.substring(slash + 1))
                : new PastedName(null, null, text);
    }

    /** The user info before an {@code @} may hold a password. */
    static String withoutUser(String authority) {
        return authority.substring(authority.lastIndexOf('@') + 1);
    }

    private static PastedName url(String text, int from) {
        int end = indexOfAny(text, "?#", from);
        int slash = Math.min(indexOfAny(text, "/", from), end);
        String authority = text.substring(
                text.lastIndexOf('@', slash - 1) >= from ? text.lastIndexOf('@', slash - 1) + 1 : from, slash);
        int port = authority.indexOf(':');
        String server = (port < 0 ? authority : authority.substring(0, port)).toLowerCase(Locale.ROOT);
        if (server.isEmpty()) {
            throw new InvalidNameException(
                    "URL must look like https://file.googleapis.com/v1/projects/…; got one without a host");
        }
        return new PastedName(server, text.substring(slash, end), "");
    }

    private static int indexOfAny(String text, String wanted, int from) {
        for (int i = from; i < text.length(); i++) {
            if (wanted.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    /** The host, if the text has one. */
    Optional<String> host() {
        return Optional.ofNullable(host);
    }

    /** The path, if the text is a URL. */
    Optional<String> path() {
        return Optional.ofNullable(path);
    }

    /** @throws InvalidNameException if the text is no operation of this service and version */
    OperationName operation(ServiceDefinition service) {
        return operation(service, resource(service));
    }

    /** The name in the text, which is not yet known to be an operation's. */
    ResourceName resource(ServiceDefinition service) {
        checkService(service);
        return ResourceName.parse(path == null ? name : UrlPathParser.operation(service, path));
    }

    /** As {@link #operation(ServiceDefinition)}, where the name was read before. */
    OperationName operation(ServiceDefinition service, ResourceName resource) {
        OperationNameValidator.check(service, resource);
        return new OperationName(service, resource, route(service, resource));
    }

    /** @throws InvalidNameException if the text is no resource of this service and version */
    OperationParent parent(ServiceDefinition service) {
        checkService(service);
        ResourceName resource = ResourceName.parse(path == null ? name : UrlPathParser.parent(service, path));
        return new OperationParent(service, HttpRule.withoutCollection(resource.value()), route(service, resource));
    }

    private void checkService(ServiceDefinition service) {
        if (host != null && !isName(service) && !isOnSharedHost(service)) {
            ServiceHost.parse(host).check(service);
        }
    }

    /** Whether the host is the name of the service, as in a full resource name. It tells no location. */
    private boolean isName(ServiceDefinition service) {
        return service.name().equals(host);
    }

    /** Whether the text is a URL whose path, not its host, tells the service. */
    private boolean isOnSharedHost(ServiceDefinition service) {
        return host != null && path != null && ServiceHost.isShared(host) && UrlPathParser.isOf(service, path);
    }

    private @Nullable String route(ServiceDefinition service, ResourceName resource) {
        return host == null || isName(service) || ServiceHost.isShared(host)
                ? null
                : ServiceHost.parse(host).route(service, resource);
    }
}
