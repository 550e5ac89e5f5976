// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.name.InvalidNameException;
import dev.longrun.name.ResourceName;
import dev.longrun.text.SafeText;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The services of the modules on the class or module path.
 *
 * <pre>{@code
 * ServiceRegistry registry = ServiceRegistry.load();
 * registry.service("file")                                                     // file v1
 * registry.operation("//file.googleapis.com/projects/p/locations/l/operations/o")
 * registry.operation("dialogflow", "projects/p/locations/l/operations/o")
 * }</pre>
 *
 * <p>Without a version the newest stable one is used, else the newest beta, then alpha; for an operation the newest
 * that documents names like it. Looking up one service reads the table of no other. Thread-safe.
 */
public final class ServiceRegistry {
    private final List<ServiceTable> tables;
    private final Map<String, String> byShortName = new TreeMap<>();
    private final NavigableSet<String> services = new TreeSet<>();

    private ServiceRegistry(List<ServiceTable> tables) {
        this.tables = tables;
        for (ServiceTable table : tables) {
            services.addAll(table.services());
            table.services().forEach(s -> table.shortNames(s).forEach(name -> byShortName.putIfAbsent(name, s)));
        }
    }

    /** Finds providers by {@link ServiceLoader}, with the class loader that loaded this library. */
    public static ServiceRegistry load() {
        return of(ServiceLoader.load(ServiceProvider.class, ServiceRegistry.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /** Exactly these providers, the first takes precedence among those that are no {@link ServiceProvider#fallback}. */
    public static ServiceRegistry of(Collection<? extends ServiceProvider> providers) {
        return new ServiceRegistry(providers.stream()
                .sorted(Comparator.comparing(ServiceProvider::fallback))
                .map(ServiceProvider::table)
                .toList());
    }

    public static ServiceRegistry of(ServiceProvider... providers) {
        return of(Arrays.asList(providers));
    }

    /** The names of all services, sorted: {@code file.googleapis.com}. */
    public NavigableSet<String> services() {
        return Collections.unmodifiableNavigableSet(services);
    }

    /**
     * The versions of a service, the default one first; none if the service is unknown. Takes a name, short name or
     * host.
     */
    public List<ServiceDefinition> versions(String service) {
        String name = canonical(service).orElse(service);
        Map<String, ServiceDefinition> byVersion = new LinkedHashMap<>();
        tables.stream()
                .flatMap(table -> table.definitions(name).stream())
                .forEach(d -> byVersion.putIfAbsent(d.version(), d));
        return byVersion.values().stream().sorted(ApiVersion.NEWEST_FIRST).toList();
    }

    /** @throws InvalidNameException if there is no such service; the message lists similar names */
    public ServiceDefinition service(String service) {
        return known(service).get(0);
    }

    /** @throws InvalidNameException if there is no such service or version; the message lists the known ones */
    public ServiceDefinition service(String service, String version) {
        return version(known(service), version);
    }

    /**
     * An operation whose text includes its service: a full resource name, or the URL of a request for it.
     *
     * @throws InvalidNameException if it does not, or the service is not known
     */
    public OperationName operation(String text) {
        PastedName reference = PastedName.parse(text);
        return operation(reference, known(reference, text));
    }

    /** As {@link #operation(String)}, for texts that may be a bare name without the service. */
    public OperationName operation(String service, String text) {
        return operation(PastedName.parse(text), known(service));
    }

    /** The parent of a list, from a full resource name or the URL of a list. */
    public OperationParent parent(String text) {
        PastedName reference = PastedName.parse(text);
        List<ServiceDefinition> versions = known(reference, text);
        return reference.parent(inPath(reference, versions).orElse(versions.get(0)));
    }

    private static OperationName operation(PastedName reference, List<ServiceDefinition> versions) {
        Optional<ServiceDefinition> inPath = inPath(reference, versions);
        if (inPath.isPresent()) {
            return reference.operation(inPath.get());
        }
        ResourceName name = reference.resource(versions.get(0));
        ServiceDefinition documented = versions.stream()
                .filter(version -> version.documents(ApiMethod.GET, name))
                .findFirst()
                .orElse(versions.get(0));
        return reference.operation(documented, name);
    }

    /** The version that the path of a URL has. */
    private static Optional<ServiceDefinition> inPath(PastedName reference, List<ServiceDefinition> versions) {
        return reference.path().flatMap(path -> inPath(path, versions));
    }

    /** A path that begins with a version needs no bindings to tell it. */
    private static Optional<ServiceDefinition> inPath(String path, List<ServiceDefinition> versions) {
        Optional<String> first = UrlPathParser.version(path);
        return first.isPresent()
                ? first.map(wanted -> version(versions, wanted))
                : UrlPathParser.definition(versions, path);
    }

    private static ServiceDefinition version(List<ServiceDefinition> versions, String wanted) {
        return versions.stream()
                .filter(definition -> definition.version().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new InvalidNameException("%s has no version \"%s\" with operations; it has %s"
                        .formatted(
                                versions.get(0).name(),
                                wanted,
                                versions.stream()
                                        .map(ServiceDefinition::version)
                                        .toList())));
    }

    private List<ServiceDefinition> known(PastedName reference, String text) {
        String host = host(reference, text);
        return GoogleHost.isShared(host)
                ? reference.path().flatMap(this::byPath).orElseGet(() -> known(host))
                : known(host);
    }

    /**
     * The versions of the service whose paths begin like this one, of those whose name or alias begins with the path's
     * first segment: {@code sqladmin} for {@code /sql/v1beta4/…}.
     */
    private Optional<List<ServiceDefinition>> byPath(String path) {
        String segment = path.substring(1, Math.max(1, path.indexOf('/', 1)));
        return segment.isEmpty()
                ? Optional.empty()
                : byShortName.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(segment))
                        .map(Map.Entry::getValue)
                        .distinct()
                        .map(this::versions)
                        .filter(versions ->
                                UrlPathParser.definition(versions, path).isPresent())
                        .findFirst();
    }

    private List<ServiceDefinition> known(String service) {
        List<ServiceDefinition> versions = versions(service);
        if (versions.isEmpty()) {
            throw new InvalidNameException(Suggestions.of(byShortName.keySet()).unknown(service));
        }
        return versions;
    }

    private Optional<String> canonical(String service) {
        return Optional.ofNullable(byShortName.get(service))
                .or(() -> GoogleHost.parse(service).service(services::contains));
    }

    private static String host(PastedName reference, String text) {
        return reference.host().orElseThrow(() -> {
            String name = ResourceName.parse(text).value();
            return new InvalidNameException("a name alone does not tell its service; expected"
                    + " //file.googleapis.com/projects/… or a URL, or the service apart; got " + SafeText.quoted(name));
        });
    }
}
