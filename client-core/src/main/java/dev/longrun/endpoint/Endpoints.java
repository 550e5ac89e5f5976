// SPDX-License-Identifier: Apache-2.0
package dev.longrun.endpoint;

import dev.longrun.error.ConfigurationException;
import dev.longrun.http.Origin;
import dev.longrun.name.Location;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceDefinition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides the endpoint of a request. The first of these that applies wins:
 *
 * <ol>
 *   <li>an override for the service, then one for all services, as given here;
 *   <li>the same from the environment: {@code LONGRUN_ENDPOINT_FILE} for {@code file.googleapis.com},
 *       {@code LONGRUN_ENDPOINT} for all;
 *   <li>the mTLS host, if {@code GOOGLE_API_USE_MTLS_ENDPOINT} is {@code always} ({@code auto} asks for a client
 *       certificate, and none is ever sent on its own account);
 *   <li>the host that was given with the name, as in a pasted URL;
 *   <li>with {@link #withRegionalHosts}, the regional host for the name's location, and an error where the service
 *       lists none;
 *   <li>the host for the name's location, else the service's default host.
 * </ol>
 *
 * <p>The last four are in the universe {@code googleapis.com} unless {@link #withUniverse} or
 * {@code GOOGLE_CLOUD_UNIVERSE_DOMAIN} names another; {@link #requireUniverse} compares both with the credentials.
 * Overrides are taken as they are. Immutable.
 */
public final class Endpoints {
    private final Environment environment;
    private final Map<String, Origin> overrides;
    private final Optional<String> universe;
    private final boolean regional;
    private final Map<String, Optional<Origin>> settled = new ConcurrentHashMap<>();
    private final Map<String, Origin> origins = new ConcurrentHashMap<>();

    private Endpoints(
            Environment environment, Map<String, Origin> overrides, Optional<String> universe, boolean regional) {
        this.environment = environment;
        this.overrides = Map.copyOf(overrides);
        this.universe = universe;
        this.regional = regional;
    }

    /** Google's own hosts; ignores the environment. */
    public static Endpoints google() {
        return of(Map.of());
    }

    /** Heeds the environment: {@code Endpoints.of(System.getenv())}. */
    public static Endpoints of(Map<String, String> environment) {
        return new Endpoints(new Environment(environment), Map.of(), Optional.empty(), false);
    }

    /** Sends all requests to {@code origin}. */
    public Endpoints withOverride(Origin origin) {
        return withOverride(Environment.ALL, origin);
    }

    /** Sends what is for this service there; {@code service} as in {@code file.googleapis.com}, or {@code file}. */
    public Endpoints withOverride(String service, Origin origin) {
        Map<String, Origin> more = new HashMap<>(overrides);
        more.put(service.replaceFirst("\\.googleapis\\.com$", ""), origin);
        return new Endpoints(environment, more, universe, regional);
    }

    /** Heeds these variables instead. */
    public Endpoints withEnvironment(Map<String, String> variables) {
        return new Endpoints(new Environment(variables), overrides, universe, regional);
    }

    /** Another universe, such as {@code s3nsapis.fr}. */
    public Endpoints withUniverse(String domain) {
        return new Endpoints(
                environment, overrides, Optional.of(Universe.parse(domain).domain()), regional);
    }

    /** Regional hosts, {@code file.us-central1.rep.googleapis.com}, in place of the usual ones. */
    public Endpoints withRegionalHosts(boolean wanted) {
        return new Endpoints(environment, overrides, universe, wanted);
    }

    private Universe universe() {
        return universe.map(Universe::new).or(environment::universe).orElse(Universe.GOOGLE);
    }

    /**
     * Requires that the client, the environment and the credentials are of one universe, as a token must not reach a
     * server of another.
     *
     * @param ofCredentials the domain that the credentials are valid in
     * @throws ConfigurationException with all three values, if two of them differ
     */
    public void requireUniverse(String ofCredentials) {
        Optional<String> variable = environment.universe().map(Universe::domain);
        boolean agree = universe().domain().equals(ofCredentials)
                && variable.orElse(ofCredentials).equals(ofCredentials);
        if (!agree) {
            throw new ConfigurationException(
                    "the universe domains must be the same before a token is sent: the client is set to "
                            + universe.orElse("none") + ", GOOGLE_CLOUD_UNIVERSE_DOMAIN to " + variable.orElse("none")
                            + " (none stands for googleapis.com), and the credentials are for " + ofCredentials);
        }
    }

    /**
     * @throws ConfigurationException if a variable that applies is invalid, or if a regional host is wanted and there
     *     is none for the name
     */
    public Origin resolve(OperationName name) {
        return resolve(name.service(), given(name.endpoint()), name::location, regional);
    }

    /** @throws ConfigurationException as for an operation */
    public Origin resolve(OperationParent parent) {
        return resolve(parent.service(), given(parent.endpoint()), parent::location, regional);
    }

    /**
     * For requests that are of no operation: regional where there is a location.
     *
     * @throws ConfigurationException as for an operation
     */
    public Origin resolve(ServiceDefinition service, Optional<Location> location) {
        return resolve(service, null, () -> location, regional && location.isPresent());
    }

    /** The location is read from the name only where it matters. */
    private Origin resolve(
            ServiceDefinition service,
            @Nullable Origin given,
            Supplier<Optional<Location>> location,
            boolean inRegion) {
        Optional<Origin> override = settled.get(service.shortName());
        if (override == null) {
            override = override(service.shortName());
            settled.put(service.shortName(), override);
        }
        return override.isPresent() ? override.get() : origin(host(service, given, location, inRegion));
    }

    private static @Nullable Origin given(Optional<Origin> endpoint) {
        return endpoint.orElse(null);
    }

    private Origin origin(String host) {
        Origin origin = origins.get(host);
        if (origin == null) {
            origin = Origin.parse("https://" + host);
            origins.put(host, origin);
        }
        return origin;
    }

    private Optional<Origin> override(String service) {
        Origin given = overrides.getOrDefault(service, overrides.get(Environment.ALL));
        return given != null ? Optional.of(given) : environment.override(service);
    }

    private String host(
            ServiceDefinition service,
            @Nullable Origin given,
            Supplier<Optional<Location>> location,
            boolean inRegion) {
        Universe domain = universe();
        boolean mtls = environment.mtls();
        if (given != null && (!mtls || given.host().contains(".mtls."))) {
            return domain.apply(given.toString().substring("https://".length()));
        }
        if (mtls && inRegion) {
            throw new ConfigurationException(service.label() + ": regional hosts take no client certificates; set"
                    + " GOOGLE_API_USE_MTLS_ENDPOINT to never, or do without regional hosts");
        }
        if (mtls) {
            return domain.mtls(service.mtlsHost(location.get()));
        }
        return domain.apply(inRegion ? service.regionalHost(location.get()) : service.host(location.get()));
    }
}
