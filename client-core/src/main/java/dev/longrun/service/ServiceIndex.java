// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds services by name, short name and host in several tables, of which the first takes precedence. Immutable. */
final class ServiceIndex {
    private final List<ServiceTable> tables;
    private final boolean complete;
    private final Map<String, String> byShortName = new TreeMap<>();
    private final NavigableSet<String> services = new TreeSet<>();
    private final Map<String, List<ServiceDefinition>> versions = new ConcurrentHashMap<>();

    /** @param complete whether a catalog of all services is among them */
    ServiceIndex(List<ServiceTable> tables, boolean complete) {
        this.tables = List.copyOf(tables);
        this.complete = complete;
        for (ServiceTable table : tables) {
            services.addAll(table.services());
            table.services().forEach(s -> table.shortNames(s).forEach(name -> byShortName.putIfAbsent(name, s)));
        }
    }

    /** With this table before the others. */
    ServiceIndex with(ServiceTable table) {
        List<ServiceTable> more = new ArrayList<>(List.of(table));
        more.addAll(tables);
        return new ServiceIndex(more, complete);
    }

    NavigableSet<String> services() {
        return Collections.unmodifiableNavigableSet(services);
    }

    /** The versions of a service, the default one first; none if there is no such service. */
    List<ServiceDefinition> versions(String service) {
        return canonical(service)
                .map(name -> versions.computeIfAbsent(name, this::inOrder))
                .orElse(List.of());
    }

    private List<ServiceDefinition> inOrder(String name) {
        Map<String, ServiceDefinition> byVersion = new LinkedHashMap<>();
        tables.stream()
                .flatMap(table -> table.definitions(name).stream())
                .forEach(d -> byVersion.putIfAbsent(d.version(), d));
        Set<String> preferred =
                tables.stream().flatMap(table -> table.preferred(name).stream()).collect(Collectors.toSet());
        return byVersion.values().stream()
                .sorted(Comparator.comparing((ServiceDefinition d) -> !preferred.contains(d.version()))
                        .thenComparing(ApiVersion.NEWEST_FIRST))
                .toList();
    }

    /** Services with a short name that begins like this. */
    Stream<String> startingWith(String prefix) {
        return byShortName.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .distinct();
    }

    /** The message for a service that is not there. */
    String unknown(String service) {
        return new Suggestions(byShortName.keySet(), complete).unknown(service);
    }

    private Optional<String> canonical(String service) {
        return Optional.ofNullable(byShortName.get(service))
                .or(() -> Optional.of(service).filter(services::contains))
                .or(() -> ServiceHost.parse(service).service(services::contains))
                .or(() -> byHost(ServiceHost.parse(service).name()));
    }

    /** The service with a row for this host. The hosts of Google's services tell the service by themselves. */
    private Optional<String> byHost(String host) {
        boolean telling = host.indexOf('.') < 0 || host.endsWith(ServiceHost.GOOGLE);
        return telling
                ? Optional.empty()
                : services.stream().filter(service -> isAt(service, host)).findFirst();
    }

    private boolean isAt(String service, String host) {
        return tables.stream()
                .flatMap(table -> table.definitions(service).stream())
                .anyMatch(definition -> definition.hosts().find(host).isPresent());
    }
}
