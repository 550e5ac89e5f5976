// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.error.NotSentException;
import dev.longrun.name.PathTemplate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The URL of a request, as logs and documentation show it. The service's bindings say where in the path the name begins
 * and ends, and it is decoded once. User info, port, query and fragment are of no interest and never shown.
 *
 * @param path percent-encoded, as it was
 */
record RequestUrl(String server, String path) implements NameReference {
    private static final Pattern URL = Pattern.compile(
            "https?://(?:[^/?#]*@)?([^/?#@:]*)(?::\\d+)?([^?#]*).*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern VERSION = Pattern.compile("/(v\\d+[a-z0-9]*)/.*", Pattern.DOTALL);

    static RequestUrl of(String text) {
        Matcher url = URL.matcher(text);
        if (!url.matches()) {
            throw new NotSentException(
                    "URL must look like https://file.googleapis.com/v1/projects/…; got text that is none");
        }
        return new RequestUrl(url.group(1).toLowerCase(Locale.ROOT), url.group(2));
    }

    @Override
    public Optional<String> host() {
        return Optional.of(server);
    }

    @Override
    public Optional<String> version() {
        Matcher version = VERSION.matcher(path);
        return version.matches() ? Optional.of(version.group(1)) : Optional.empty();
    }

    /** A verb at the end is taken for one, so bindings with a verb come before those without. */
    @Override
    public String nameFor(ServiceDefinition service) {
        return firstMatch(
                service,
                Stream.of(
                        bound(service, OperationsMethod.CANCEL, OperationsMethod.WAIT),
                        plain(service, ":cancel", ":wait"),
                        bound(service, OperationsMethod.GET, OperationsMethod.DELETE),
                        plain(service, "")));
    }

    @Override
    public String parentFor(ServiceDefinition service) {
        return firstMatch(service, Stream.of(bound(service, OperationsMethod.LIST), plain(service, "/operations", "")));
    }

    private static Stream<PathTemplate> bound(ServiceDefinition service, OperationsMethod... rpcs) {
        return Stream.of(rpcs).flatMap(rpc -> service.rules(rpc).stream()).map(HttpRule::template);
    }

    private static Stream<PathTemplate> plain(ServiceDefinition service, String... ends) {
        return Stream.of(ends).map(end -> PathTemplate.parse('/' + service.version() + "/{name=**}" + end));
    }

    private String firstMatch(ServiceDefinition service, Stream<Stream<PathTemplate>> templates) {
        GoogleHost.parse(server).check(service);
        return templates
                .flatMap(Function.identity())
                .filter(template -> template.variables().size() == 1)
                .flatMap(template -> template.match(path).stream())
                .flatMap(values -> values.values().stream())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseThrow(() -> new NotSentException(refusal(service)));
    }

    private String refusal(ServiceDefinition service) {
        String other = version().filter(v -> !v.equals(service.version())).orElse("");
        return other.isEmpty()
                ? "%s: path of the URL must be a name after /%s/; got \"%s\""
                        .formatted(service.label(), service.version(), path)
                : "%s: the URL is one of version %s; use that version, or give the name alone: \"%s\""
                        .formatted(service.label(), other, path.substring(other.length() + 2));
    }
}
