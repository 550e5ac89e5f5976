// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.binding.BoundPath;
import dev.longrun.binding.HttpRule;
import dev.longrun.name.InvalidNameException;
import dev.longrun.name.Location;
import dev.longrun.name.NamePattern;
import dev.longrun.name.ResourceName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One version of one service, as documented: the HTTP bindings of its operations, scopes and hosts. It is read from a
 * {@link ServiceTable}; immutable and thread-safe, and templates are parsed on first use, method by method.
 *
 * <p>Bindings keep the order in which the service's configuration has them, and the first that covers a name is taken.
 * A name that no binding covers still gets a {@link BoundPath}, marked as undocumented.
 */
public final class ServiceDefinition {
    private final String name;
    private final String shortName;
    private final String version;
    private final Dialect dialect;
    private final Function<ApiMethod, List<HttpRule>> reader;
    private final Map<ApiMethod, List<HttpRule>> rules = new ConcurrentHashMap<>();
    private final Map<ApiMethod, List<String>> scopes;
    private final ServiceHosts hosts;

    ServiceDefinition(
            String name,
            String version,
            Dialect dialect,
            Function<ApiMethod, List<HttpRule>> reader,
            Map<ApiMethod, List<String>> scopes,
            ServiceHosts hosts) {
        this.name = name;
        this.shortName = shortName(name);
        this.version = version;
        this.dialect = dialect;
        this.reader = reader;
        this.scopes = Map.copyOf(scopes);
        this.hosts = hosts;
    }

    /** The service's name, which is also its default host as a rule: {@code file.googleapis.com}. */
    public String name() {
        return name;
    }

    /** {@code v1}. */
    public String version() {
        return version;
    }

    /** How the service speaks of its operations. */
    public Dialect dialect() {
        return dialect;
    }

    /** {@code file} for {@code file.googleapis.com}. */
    public String shortName() {
        return shortName;
    }

    static String shortName(String service) {
        return service.endsWith(ServiceHost.GOOGLE)
                ? service.substring(0, service.length() - ServiceHost.GOOGLE.length())
                : service;
    }

    /** {@code file v1}, as messages begin. */
    public String label() {
        return shortName() + ' ' + version;
    }

    /** The bindings of this rpc in documented order, none if the service does not have it. */
    @SuppressWarnings("exports") // wiring
    public List<HttpRule> rules(ApiMethod rpc) {
        List<HttpRule> read = rules.get(rpc);
        return read != null ? read : rules.computeIfAbsent(rpc, reader);
    }

    /** The name patterns of {@link #rules}: which names this rpc is documented for; for lists, which parents. */
    public List<NamePattern> patterns(ApiMethod rpc) {
        return rules(rpc).stream().flatMap(rule -> rule.pattern().stream()).toList();
    }

    /** True if a binding of this method covers the operation, or, for a list, the parent. */
    public boolean documents(ApiMethod rpc, ResourceName name) {
        return rpc == ApiMethod.LIST
                ? documentedPath(rpc, HttpRule.withoutCollection(name.value())).isPresent()
                : rules(rpc).stream().anyMatch(rule -> rule.matches(name.value()));
    }

    /**
     * The path of a request, documented or not.
     *
     * @param subject the operation's name; for a list its parent without the collection, {@code ""} if there is none;
     *     for a list of locations the project
     */
    @SuppressWarnings("exports") // wiring
    public BoundPath path(ApiMethod rpc, String subject) {
        return documentedPath(rpc, subject).orElseGet(() -> plain(rpc, subject));
    }

    private BoundPath plain(ApiMethod rpc, String subject) {
        String suffix = rpc == ApiMethod.CANCEL ? dialect.cancel() : rpc.suffix();
        if (rpc == ApiMethod.CANCEL && suffix.isEmpty()) {
            throw new InvalidNameException(label() + " cancel: the service has none; " + dialect.insteadOfCancel());
        }
        return BoundPath.plain(rpc.method(), pathPrefix(), subject, suffix, rpc.body());
    }

    /** Whether a cancel of this operation can be sent: one is documented, or the dialect has a usual form. */
    boolean hasCancel(ResourceName operation) {
        return !dialect.cancel().isEmpty() || documents(ApiMethod.CANCEL, operation);
    }

    /**
     * What paths begin with, up to the version: {@code v1}, {@code compute/v1}. The bindings say it; the version alone
     * where none of them has it.
     */
    String pathPrefix() {
        return Stream.of(ApiMethod.GET, ApiMethod.LIST, ApiMethod.CANCEL)
                .flatMap(rpc -> rules(rpc).stream())
                .flatMap(rule -> prefix(rule.template().toString()).stream())
                .findFirst()
                .orElse(version);
    }

    private Optional<String> prefix(String template) {
        int at = template.indexOf('/' + version + '/');
        return at < 0 || template.substring(0, at).contains("{")
                ? Optional.empty()
                : Optional.of(template.substring(1, at + 1 + version.length()));
    }

    Optional<BoundPath> documentedPath(ApiMethod rpc, String subject) {
        for (HttpRule rule : rules(rpc)) {
            Optional<BoundPath> path = rpc == ApiMethod.LIST ? rule.list(subject) : rule.path(subject);
            if (path.isPresent()) {
                return path;
            }
        }
        return Optional.empty();
    }

    /** OAuth scopes, any one of which suffices; none if the service documents none. */
    public List<String> scopes(ApiMethod rpc) {
        return scopes.getOrDefault(rpc, List.of());
    }

    /** The host for names without a location. */
    public String defaultHost() {
        return hosts.endpoint().defaultHost();
    }

    /** The host for names with this location. */
    public String host(Optional<Location> location) {
        return hosts.endpoint().host(location);
    }

    /** The host for names with this location that asks for a client certificate. */
    public String mtlsHost(Optional<Location> location) {
        return hosts.mtls().host(location);
    }

    /**
     * The regional host for names with this location, which keeps requests within the location; it is used only when
     * asked for.
     *
     * @throws dev.longrun.error.ConfigurationException if the service lists none for it, with the locations that it
     *     lists
     */
    public String regionalHost(Optional<Location> location) {
        return hosts.regional(label(), location);
    }

    /** The locations with a {@link #regionalHost}; none if the service lists no such hosts. */
    public List<String> regionalLocations() {
        return hosts.regionalLocations();
    }

    ServiceHosts hosts() {
        return hosts;
    }

    @Override
    public String toString() {
        return label();
    }
}
