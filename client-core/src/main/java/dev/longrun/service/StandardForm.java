// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.http.Origin;
import dev.longrun.name.InvalidNameException;
import dev.longrun.text.SafeText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Definitions for services that no table has: those of {@code google.longrunning} in its own HTTP form, with nothing
 * documented.
 *
 * @param hosts which hosts speak it
 */
record StandardForm(Predicate<String> hosts) {
    static final StandardForm NONE = new StandardForm(host -> false);
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    /** Whether the host is one of those. */
    boolean takes(String host) {
        String name = ServiceHost.parse(host).name();
        return !ServiceHost.isShared(name) && isHost(name) && hosts.test(name);
    }

    /**
     * The definition for a host that is {@linkplain #takes taken}.
     *
     * @throws InvalidNameException if the version is none
     */
    ServiceDefinition definition(String host, String version) {
        return of(ServiceHost.parse(host).unknownService(), checked(version));
    }

    /** The definition for the service of that name; empty if its host is not one of those. */
    Optional<ServiceDefinition> named(String service, String version) {
        return takes(service) ? Optional.of(of(service, checked(version))) : Optional.empty();
    }

    private static boolean isHost(String name) {
        try {
            return !Origin.https(name).host().isEmpty();
        } catch (IllegalArgumentException notAHost) {
            return false;
        }
    }

    /** A version becomes part of a path. */
    static String checked(String version) {
        if (!VERSION.matcher(version).matches()) {
            throw new InvalidNameException("a version must look like v1 or v1beta1; got " + SafeText.quoted(version));
        }
        return version;
    }

    private static ServiceDefinition of(String service, String version) {
        return new ServiceDefinition(
                service,
                version,
                Dialect.LONGRUNNING,
                rpc -> List.of(),
                Map.of(),
                ServiceHosts.of(service, List.of(), List.of(), List.of()));
    }
}
