// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.service.ServiceDefinition;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The paths of all services, and those with {@code ui} instead of the version. Two services have such bindings beside
 * all others, for Google's own web pages; the generated Go client of Vertex AI polls there.
 */
final class ServedPaths {

    private static final Map<String, String> WEB =
            Map.of("ui", "aiplatform.googleapis.com", "uiv1beta3", "documentai.googleapis.com");

    private final Router documented;
    private final Collection<ServiceDefinition> services;
    private final Map<String, Router> web = new HashMap<>();

    ServedPaths(Collection<ServiceDefinition> services) {
        this.documented = new Router(services);
        this.services = List.copyOf(services);
    }

    Optional<Router.Match> find(String method, String path) {
        return documented.find(method, path).or(() -> findWeb(method, path));
    }

    /** The binding of the same path in one of the service's versions. */
    private Optional<Router.Match> findWeb(String method, String path) {
        int slash = path.indexOf('/', 1);
        String service = slash < 0 ? null : WEB.get(path.substring(1, slash));
        if (service == null) {
            return Optional.empty();
        }
        List<ServiceDefinition> versions = services.stream()
                .filter(definition -> definition.name().equals(service))
                .toList();
        Router router = router(service, versions);
        return versions.stream()
                .flatMap(version -> router.find(method, '/' + version.version() + path.substring(slash)).stream())
                .findFirst();
    }

    private synchronized Router router(String service, List<ServiceDefinition> versions) {
        return web.computeIfAbsent(service, absent -> new Router(versions));
    }
}
