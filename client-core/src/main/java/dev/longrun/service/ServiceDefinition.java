// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.name.NamePattern;
import dev.longrun.name.ResourceName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * One version of one service, as documented: the HTTP bindings of its operations, scopes and hosts. It is read from a
 * {@link ServiceTable}; immutable and thread-safe, and templates are parsed on first use, method by method.
 *
 * <p>Bindings keep the order in which the service's configuration has them, and the first that covers a name is taken.
 * A name that no binding covers still gets a {@link BoundPath}, marked as undocumented.
 */
public final class ServiceDefinition {
    private static final String GOOGLE = ".googleapis.com";

    private final String name;
    private final String shortName;
    private final String version;
    private final Function<OperationsMethod, List<HttpRule>> reader;
    private final Map<OperationsMethod, List<HttpRule>> rules = new ConcurrentHashMap<>();
    private final Map<OperationsMethod, List<String>> scopes;
    private final EndpointRule endpoint;
    private final EndpointRule mtlsEndpoint;

    ServiceDefinition(
            String name,
            String version,
            Function<OperationsMethod, List<HttpRule>> reader,
            Map<OperationsMethod, List<String>> scopes,
            EndpointRule endpoint,
            EndpointRule mtlsEndpoint) {
        this.name = name;
        this.shortName = shortName(name);
        this.version = version;
        this.reader = reader;
        this.scopes = Map.copyOf(scopes);
        this.endpoint = endpoint;
        this.mtlsEndpoint = mtlsEndpoint;
    }

    /** The service's name, which is also its default host as a rule: {@code file.googleapis.com}. */
    public String name() {
        return name;
    }

    /** {@code v1}. */
    public String version() {
        return version;
    }

    /** {@code file} for {@code file.googleapis.com}. */
    public String shortName() {
        return shortName;
    }

    static String shortName(String service) {
        return service.endsWith(GOOGLE) ? service.substring(0, service.length() - GOOGLE.length()) : service;
    }

    /** {@code file v1}, as messages begin. */
    public String label() {
        return shortName() + ' ' + version;
    }

    /** The bindings of this rpc in documented order, none if the service does not have it. */
    public List<HttpRule> rules(OperationsMethod rpc) {
        List<HttpRule> read = rules.get(rpc);
        return read != null ? read : rules.computeIfAbsent(rpc, reader);
    }

    /** The name patterns of {@link #rules}: which names this rpc is documented for; for lists, which parents. */
    public List<NamePattern> patterns(OperationsMethod rpc) {
        return rules(rpc).stream()
                .flatMap(rule -> rule.template().pattern().stream())
                .toList();
    }

    /** The documented binding for this operation, or, for a list, for this parent. */
    public Optional<HttpRule> rule(OperationsMethod rpc, ResourceName name) {
        if (rpc == OperationsMethod.LIST) {
            return documentedList(HttpRule.withoutCollection(name.value())).map(BoundPath::rule);
        }
        for (HttpRule rule : rules(rpc)) {
            if (rule.template().matches(name.value())) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /**
     * The path of a request, documented or not.
     *
     * @throws IllegalArgumentException for {@link OperationsMethod#LIST}, see {@link #listPath}
     */
    public BoundPath path(OperationsMethod rpc, ResourceName name) {
        if (rpc == OperationsMethod.LIST) {
            throw new IllegalArgumentException("list takes a parent, not an operation; got " + name);
        }
        return rule(rpc, name)
                .map(rule -> BoundPath.documented(rule, name.value()))
                .orElseGet(() -> BoundPath.plain(rpc, version, name.value()));
    }

    /**
     * The path of a list, documented or not.
     *
     * @param parent without the collection; {@code ""} for operations that have no parent
     */
    public BoundPath listPath(String parent) {
        return documentedList(parent)
                .orElseGet(() -> parent.isEmpty()
                        ? BoundPath.plainList(version)
                        : BoundPath.plain(OperationsMethod.LIST, version, parent));
    }

    Optional<BoundPath> documentedList(String parent) {
        return rules(OperationsMethod.LIST).stream()
                .flatMap(rule -> rule.list(parent).stream())
                .findFirst();
    }

    /** OAuth scopes, any one of which suffices; none if the service documents none. */
    public List<String> scopes(OperationsMethod rpc) {
        return scopes.getOrDefault(rpc, List.of());
    }

    /** The hosts by location. */
    public EndpointRule endpoint() {
        return endpoint;
    }

    /** The hosts that ask for a client certificate, by location. */
    public EndpointRule mtlsEndpoint() {
        return mtlsEndpoint;
    }

    /** The host for names without a location. */
    public String defaultHost() {
        return endpoint.defaultHost();
    }

    @Override
    public String toString() {
        return label();
    }
}
