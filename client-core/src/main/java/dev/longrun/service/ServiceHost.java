// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.name.InvalidNameException;
import dev.longrun.name.Location;
import dev.longrun.name.ResourceName;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A host without its port, and the service and location that its name tells. Google's forms are
 * {@code SERVICE.googleapis.com}, {@code LOCATION-SERVICE.…}, {@code SERVICE.LOCATION.rep.…},
 * {@code SERVICE.LOCATION.p.rep.…} and {@code SERVICE.mtls.…}; of other hosts the service's definition tells.
 */
final class ServiceHost {
    static final String GOOGLE = ".googleapis.com";
    private static final String SHARED = "www" + GOOGLE;
    private static final Pattern FORM = Pattern.compile(
            "([a-z0-9-]+)(?:\\.mtls|\\.(?<rep>[a-z0-9-]+)(?:\\.p)?\\.rep(?:\\.mtls)?)?\\.googleapis\\.com");
    /** A region ({@code us-central1}), a zone in it, or one of the multi-regions that hosts begin with. */
    private static final Pattern LOCATION = Pattern.compile("[a-z]+(?:-[a-z]+)+\\d+(?:-[a-z0-9]+)?|us|eu|global");
    /** What precedes the name of a service that is not known: no zones, as {@code -data} may be of the service. */
    private static final Pattern BEFORE_SERVICE = Pattern.compile("^(?:[a-z]+(?:-[a-z]+)+\\d+|us|eu|global)-(?=[a-z])");

    private final String name;
    private final Matcher form;
    private final boolean google;

    private ServiceHost(String name) {
        this.name = name;
        this.form = FORM.matcher(name);
        this.google = form.matches();
    }

    static ServiceHost parse(String host) {
        return new ServiceHost(HostForm.withoutPort(host).toLowerCase(Locale.ROOT));
    }

    /** In lower case, without a port. */
    String name() {
        return name;
    }

    /** True for the host that self links of several services have; the path tells which. */
    static boolean isShared(String host) {
        return host.equals(SHARED);
    }

    /**
     * The full name of the service behind this host, out of those that are known: {@code us-central1-file} may be that
     * service, {@code central1-file} or {@code file}.
     */
    Optional<String> service(Predicate<String> known) {
        if (google) {
            String label = form.group(1);
            for (int from = 0; from >= 0; from = after(label, from)) {
                String service = label.substring(from) + GOOGLE;
                if (known.test(service)) {
                    return Optional.of(service);
                }
            }
            return Optional.empty();
        }
        return Optional.of(name).filter(known);
    }

    /** The name of the service that the host must be of, where none that is known has it. */
    String unknownService() {
        return google ? BEFORE_SERVICE.matcher(form.group(1)).replaceFirst("") + GOOGLE : name;
    }

    private static int after(String label, int from) {
        int hyphen = label.indexOf('-', from);
        return hyphen < 0 ? -1 : hyphen + 1;
    }

    /** @throws InvalidNameException if this is no host of the service */
    void check(ServiceDefinition service) {
        if (service(service.name()::equals).isEmpty()
                && service.hosts().find(name).isEmpty()) {
            throw new InvalidNameException(
                    "%s: name must be one of %s; got one of \"%s\"".formatted(service.label(), service.name(), name));
        }
    }

    /**
     * The host as the route to a resource of this service; null where the service's definition names that host anyway.
     *
     * @throws InvalidNameException if the host is of another location than the resource
     */
    @Nullable
    String route(ServiceDefinition service, ResourceName resource) {
        Optional<Location> location = resource.location();
        if (!serves(service, location)) {
            throw new InvalidNameException(
                    "%s: the host \"%s\" is of location %s, but the name \"%s\" is of location %s; correct one of them"
                            .formatted(
                                    service.label(),
                                    name,
                                    locationIn(service).orElseThrow(),
                                    resource,
                                    location.orElseThrow()));
        }
        return name.equals(service.name()) || name.equals(HostForm.withoutPort(service.host(location)))
                ? null
                : service.hosts().find(name).orElse(name);
    }

    /** False if both the host and the name tell a location, and neither lies in the other. */
    boolean serves(ServiceDefinition service, Optional<Location> location) {
        Optional<String> mine = locationIn(service);
        return mine.isEmpty() || location.isEmpty() || contains(mine.get(), location.get());
    }

    private static boolean contains(String mine, Location location) {
        String region = new Location(mine).region().id();
        return region.equals(location.region().id())
                || mine.equals("us") && location.id().startsWith("us-")
                || mine.equals("eu") && location.id().startsWith("europe-");
    }

    private Optional<String> locationIn(ServiceDefinition service) {
        if (!google || !service.name().endsWith(GOOGLE)) {
            return service.hosts().locationIn(name);
        }
        if (form.group("rep") != null) {
            return Optional.of(form.group("rep"));
        }
        String label = form.group(1);
        String end = '-' + service.shortName();
        return label.endsWith(end)
                ? Optional.of(label.substring(0, label.length() - end.length()))
                        .filter(prefix -> LOCATION.matcher(prefix).matches())
                : Optional.empty();
    }
}
