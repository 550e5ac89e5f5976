// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.binding.HttpRule;
import dev.longrun.binding.PathTemplate;
import dev.longrun.http.HttpMethod;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.ServiceDefinition;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the binding of an HTTP method and a path among the templates of all services.
 *
 * <p>Of several matching templates a custom verb is preferred, then the template with the earlier literal.
 */
final class Router {

    private final Map<String, RouteTrie> trees = new HashMap<>();

    Router(Collection<ServiceDefinition> services) {
        for (ServiceDefinition service : services) {
            for (ApiMethod rpc : ApiMethod.values()) {
                service.rules(rpc).forEach(rule -> add(Binding.of(rpc, rule, service)));
            }
            if (hasLocations(service)) {
                add(Binding.of(ApiMethod.LIST_LOCATIONS, locations(service), service));
            }
        }
    }

    /** True if operations are listed by location: most such services list their locations too. */
    private static boolean hasLocations(ServiceDefinition service) {
        return service.patterns(ApiMethod.LIST).stream().anyMatch(parent -> parent.matches("projects/p/locations/l"));
    }

    private static HttpRule locations(ServiceDefinition service) {
        PathTemplate template = PathTemplate.parse('/' + service.version() + "/{name=projects/*}/locations");
        return new HttpRule(HttpMethod.GET, template, false);
    }

    /** The binding with the name in the path; empty for an undocumented path. */
    Optional<Match> find(String method, String path) {
        int colon = path.lastIndexOf(':');
        if (colon > path.lastIndexOf('/')) {
            Optional<Match> verb = find(method + path.substring(colon), path, path.substring(0, colon));
            if (verb.isPresent()) {
                return verb;
            }
        }
        return find(method, path, path);
    }

    private Optional<Match> find(String tree, String path, String plain) {
        RouteTrie root = trees.get(tree);
        return root == null ? Optional.empty() : root.find(path, plain.split("/", -1));
    }

    private void add(Binding binding) {
        HttpRule rule = binding.rule();
        String tree =
                rule.method() + rule.template().verb().map(verb -> ":" + verb).orElse("");
        trees.computeIfAbsent(tree, absent -> new RouteTrie()).add(binding);
    }

    /** @param name decoded; of the operation, or for a list of the parent */
    record Match(Binding binding, String name) {}
}
