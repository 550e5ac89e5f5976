// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.binding.HttpRule;
import dev.longrun.binding.PathTemplate;
import dev.longrun.http.HttpMethod;
import dev.longrun.name.InvalidNameException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The path of a request's URL, percent-encoded, as logs and documentation show it. The service's bindings say where in
 * the path the name begins and ends; the name is decoded once.
 */
final class UrlPathParser {
    private static final Pattern VERSION = Pattern.compile("/(v\\d+[a-z0-9]*)/.*", Pattern.DOTALL);

    private UrlPathParser() {}

    /** The definition, out of several versions of a service, whose paths begin like this one. */
    static Optional<ServiceDefinition> definition(List<ServiceDefinition> versions, String path) {
        return versions.stream().filter(service -> isOf(service, path)).findFirst();
    }

    /** Whether the path begins as those of the service do. */
    static boolean isOf(ServiceDefinition service, String path) {
        return path.startsWith('/' + service.pathPrefix() + '/');
    }

    static Optional<String> version(String path) {
        Matcher version = VERSION.matcher(path);
        return version.matches() ? Optional.of(version.group(1)) : Optional.empty();
    }

    /**
     * The operation's name. A verb at the end is a verb rather than a part of the id, so bindings with a verb come
     * before those without.
     */
    static String operation(ServiceDefinition service, String path) {
        return firstMatch(
                service,
                path,
                Stream.of(
                        bound(service, ApiMethod.CANCEL, ApiMethod.WAIT),
                        plain(service, ":cancel", ":wait"),
                        bound(service, ApiMethod.GET, ApiMethod.DELETE),
                        plain(service, "")));
    }

    /**
     * The name of a list's parent. Cloud Spanner has several lists of one parent, of which requests use the first; the
     * URL of another one is rejected.
     */
    static String parent(ServiceDefinition service, String path) {
        String parent =
                firstMatch(service, path, Stream.of(bound(service, ApiMethod.LIST), plain(service, "/operations", "")));
        service.documentedPath(ApiMethod.LIST, HttpRule.withoutCollection(parent))
                .filter(used -> bound(service, ApiMethod.LIST).anyMatch(rule -> isOf(rule, path)))
                .filter(used -> !isOf(used.rule(), path))
                .ifPresent(used -> {
                    throw new InvalidNameException(
                            "%s: operations of %s are listed at %s; the URL is of another list, which is not supported: \"%s\""
                                    .formatted(service.label(), parent, used.path(), path));
                });
        return parent;
    }

    private static boolean isOf(HttpRule rule, String path) {
        return rule.pattern().isEmpty() || rule.name(path).isPresent();
    }

    private static Stream<HttpRule> bound(ServiceDefinition service, ApiMethod... rpcs) {
        return Stream.of(rpcs).flatMap(rpc -> service.rules(rpc).stream());
    }

    private static Stream<HttpRule> plain(ServiceDefinition service, String... ends) {
        return Stream.of(ends)
                .map(end -> PathTemplate.parse('/' + service.pathPrefix() + "/{name=**}" + end))
                .map(template -> new HttpRule(HttpMethod.GET, template, false));
    }

    private static String firstMatch(ServiceDefinition service, String path, Stream<Stream<HttpRule>> rules) {
        return rules.flatMap(Function.identity())
                .flatMap(rule -> rule.name(path).stream())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseThrow(() -> new InvalidNameException(mismatch(service, path)));
    }

    private static String mismatch(ServiceDefinition service, String path) {
        String other = version(path).filter(v -> !v.equals(service.version())).orElse("");
        return other.isEmpty()
                ? "%s: path of the URL must be a name after /%s/; got \"%s\""
                        .formatted(service.label(), service.pathPrefix(), path)
                : "%s: the URL is one of version %s; use that version, or give the name alone: \"%s\""
                        .formatted(service.label(), other, path.substring(other.length() + 2));
    }
}
