// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.name.InvalidNameException;
import dev.longrun.name.ResourceName;
import dev.longrun.text.SafeText;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Predicate;

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
 * <p>Without a version the one that the table prefers is used, else the newest stable one, else the newest beta, then
 * alpha. An operation or parent whose text does not tell the version goes to the first of these that documents its name
 * or collection; where none does and there are several, the version must be given: see {@link #withVersion}. Looking up
 * one service reads the table of no other. Immutable and thread-safe.
 */
public final class ServiceRegistry {
    private final ServiceIndex index;
    private final Optional<String> version;
    private final StandardForm standardForm;

    private ServiceRegistry(ServiceIndex index, Optional<String> version, StandardForm standardForm) {
        this.index = index;
        this.version = version;
        this.standardForm = standardForm;
    }

    /** Finds providers by {@link ServiceLoader}, with the class loader that loaded this library. */
    public static ServiceRegistry load() {
        return of(ServiceLoader.load(ServiceProvider.class, ServiceRegistry.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /** Exactly these providers, the first takes precedence among those that are no {@link ServiceProvider#fallback}. */
    public static ServiceRegistry of(Collection<? extends ServiceProvider> providers) {
        List<ServiceTable> tables = providers.stream()
                .sorted(Comparator.comparing(ServiceProvider::fallback))
                .map(ServiceProvider::table)
                .toList();
        boolean complete = providers.stream().anyMatch(ServiceProvider::fallback);
        return new ServiceRegistry(new ServiceIndex(tables, complete), Optional.empty(), StandardForm.NONE);
    }

    public static ServiceRegistry of(ServiceProvider... providers) {
        return of(Arrays.asList(providers));
    }

    /**
     * These services and those of a table, such as {@link ServiceTable#file} reads. Where both have the same version of
     * a service, or the same short name, the table's is used; other versions of the service stay.
     */
    public ServiceRegistry withDefinitions(ServiceTable table) {
        return new ServiceRegistry(index.with(table), version, standardForm);
    }

    /**
     * The same services in one version, whatever their other versions document: {@code v1beta1}. Looking up a service
     * without that version is an error.
     */
    public ServiceRegistry withVersion(String apiVersion) {
        return new ServiceRegistry(index, Optional.of(apiVersion), standardForm);
    }

    /**
     * Also takes operations and parents on hosts of services that are not known, in the form of
     * {@code google.longrunning}: {@code /VERSION/NAME}, {@code :cancel}, {@code /operations} for a list. The version
     * is that of the URL or {@link #withVersion}. {@link #services} does not have these services.
     *
     * <pre>{@code
     * registry.withStandardForm(host -> host.equals("lab.googleapis.com"))
     *         .operation("https://lab.googleapis.com/v1/projects/p/operations/o")
     * }</pre>
     *
     * @param hosts which of the unknown hosts; requests for their operations go there, with credentials
     */
    public ServiceRegistry withStandardForm(Predicate<String> hosts) {
        return new ServiceRegistry(index, version, new StandardForm(hosts));
    }

    /** The names of all services, sorted: {@code file.googleapis.com}. */
    public NavigableSet<String> services() {
        return index.services();
    }

    /**
     * The versions of a service, the default one first; none if the service is unknown. Takes a name, short name or
     * host.
     */
    public List<ServiceDefinition> versions(String service) {
        return index.versions(service).stream()
                .filter(definition ->
                        version.filter(v -> !v.equals(definition.version())).isEmpty())
                .toList();
    }

    /** @throws InvalidNameException if there is no such service; the message lists similar names */
    public ServiceDefinition service(String service) {
        return preferred(known(service));
    }

    /** @throws InvalidNameException if there is no such service or version; the message lists the known ones */
    public ServiceDefinition service(String service, String apiVersion) {
        List<ServiceDefinition> versions = index.versions(service);
        Optional<ServiceDefinition> unlisted =
                versions.isEmpty() ? standardForm.named(service, apiVersion) : Optional.empty();
        return unlisted.orElseGet(() -> version(known(service), apiVersion));
    }

    /**
     * An operation whose text includes its service: a full resource name, or the URL of a request for it.
     *
     * @throws InvalidNameException if it does not, if the service is not known, or if its version must be given
     */
    public OperationName operation(String text) {
        PastedName reference = PastedName.parse(text);
        return operation(reference, known(reference, text));
    }

    /** As {@link #operation(String)}, for texts that may be a bare name without the service. */
    public OperationName operation(String service, String text) {
        return operation(PastedName.parse(text), known(service));
    }

    /** The parent of a list, from a full resource name or the URL of a list; as {@link #operation(String)}. */
    public OperationParent parent(String text) {
        PastedName reference = PastedName.parse(text);
        return parent(reference, known(reference, text));
    }

    /**
     * As {@link #parent(String)}, for texts that may be a bare name without the service; {@code ""} is the parent of
     * operations that have none.
     */
    public OperationParent parent(String service, String text) {
        List<ServiceDefinition> versions = known(service);
        return text.isEmpty()
                ? OperationParent.none(
                        version.isPresent() ? preferred(versions) : new VersionChoice(versions).ofParent(""))
                : parent(PastedName.parse(text), versions);
    }

    private OperationName operation(PastedName reference, List<ServiceDefinition> versions) {
        Optional<ServiceDefinition> given = given(reference, versions);
        if (given.isPresent()) {
            return reference.operation(given.get());
        }
        ResourceName name = reference.resource(versions.get(0));
        return reference.operation(new VersionChoice(versions).ofOperation(name), name);
    }

    private OperationParent parent(PastedName reference, List<ServiceDefinition> versions) {
        Optional<ServiceDefinition> given = given(reference, versions);
        if (given.isPresent()) {
            return reference.parent(given.get());
        }
        String parent = reference.parent(versions.get(0)).value();
        return reference.parent(new VersionChoice(versions).ofParent(parent));
    }

    /** The version that was asked for, else the one that the path of a URL has. */
    private Optional<ServiceDefinition> given(PastedName reference, List<ServiceDefinition> versions) {
        return version.isPresent()
                ? Optional.of(preferred(versions))
                : reference.path().flatMap(path -> inPath(path, versions));
    }

    private ServiceDefinition preferred(List<ServiceDefinition> versions) {
        return version.map(wanted -> version(versions, wanted)).orElse(versions.get(0));
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
                .orElseThrow(() -> new InvalidNameException("%s has no version %s with operations; it has %s"
                        .formatted(
                                versions.get(0).name(),
                                SafeText.quoted(wanted),
                                versions.stream()
                                        .map(ServiceDefinition::version)
                                        .toList())));
    }

    private List<ServiceDefinition> known(PastedName reference, String text) {
        String host = host(reference, text);
        if (ServiceHost.isShared(host)) {
            return reference.path().flatMap(this::byPath).orElseGet(() -> known(host));
        }
        List<ServiceDefinition> versions = index.versions(host);
        if (!versions.isEmpty()) {
            return versions;
        }
        return standardForm.takes(host) ? List.of(unknown(reference, host)) : known(host);
    }

    private ServiceDefinition unknown(PastedName reference, String host) {
        return version.or(() -> reference.path().flatMap(UrlPathParser::version))
                .map(wanted -> standardForm.definition(host, wanted))
                .orElseThrow(
                        () -> new InvalidNameException(
                                index.unknown(host)
                                        + "; for the standard form of google.longrunning, give its version: in a URL, or by --api-version"));
    }

    /**
     * The versions of the service whose paths begin like this one, of those whose name or alias begins with the path's
     * first segment: {@code sqladmin} for {@code /sql/v1beta4/…}.
     */
    private Optional<List<ServiceDefinition>> byPath(String path) {
        String segment = path.substring(1, Math.max(1, path.indexOf('/', 1)));
        return segment.isEmpty()
                ? Optional.empty()
                : index.startingWith(segment)
                        .map(index::versions)
                        .filter(versions ->
                                UrlPathParser.definition(versions, path).isPresent())
                        .findFirst();
    }

    /** Never empty. */
    private List<ServiceDefinition> known(String service) {
        List<ServiceDefinition> versions = index.versions(service);
        if (versions.isEmpty()) {
            throw new InvalidNameException(index.unknown(service));
        }
        return versions;
    }

    private static String host(PastedName reference, String text) {
        return reference.host().orElseThrow(() -> {
            String name = ResourceName.parse(text).value();
            return new InvalidNameException("a name alone does not tell its service; expected"
                    + " //file.googleapis.com/projects/… or a URL, or the service apart; got " + SafeText.quoted(name));
        });
    }
}
