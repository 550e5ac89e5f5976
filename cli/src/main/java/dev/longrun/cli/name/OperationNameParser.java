// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import dev.longrun.name.ResourceName;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Parses an operation's name in any of these forms.
 *
 * <pre>
 * //file.googleapis.com/projects/p/locations/l/operations/o
 * https://file.googleapis.com/v1/projects/p/locations/l/operations/o
 * projects/p/locations/l/operations/o                                --service file
 * o                                                                  --service file --project p --location l
 * operations/o                                                       --service file --project p --location l
 * </pre>
 *
 * <p>A bare name does not tell its service. Without {@code --service} it is an error, except for an endpoint on this
 * machine: see {@link DefaultServiceResolver}.
 */
public final class OperationNameParser {
    static final Pattern WITH_SERVICE = Pattern.compile("(?is)(https?:)?//.*|[^/]+\\.googleapis\\.com/.*");

    private static final String COLLECTION = "operations/";

    private final ServiceRegistry registry;
    private final NameDefaults defaults;
    private final NameCompleter completer;
    private final DefaultServiceResolver resolver;
    private final StandardFormNote standardForm;

    /** @param notes receives a line for each service that had to be chosen, or is not known */
    public OperationNameParser(ServiceRegistry registry, NameDefaults defaults, Consumer<String> notes) {
        this.registry = registry;
        this.defaults = defaults;
        this.completer = new NameCompleter(registry, defaults);
        this.resolver = new DefaultServiceResolver(registry, defaults, notes);
        this.standardForm = new StandardFormNote(registry, notes);
    }

    /** @throws IllegalArgumentException if the text has none of these forms, or contradicts the options */
    public OperationName parse(String text) {
        NameErrors.checkStray(text);
        return parse(text.strip(), Optional.empty());
    }

    /**
     * As {@link #parse(String)} for text that a program wrote, which is taken as it is.
     *
     * @param given the version of the API, where it stands beside the name
     */
    OperationName parse(String text, Optional<String> given) {
        NameErrors.checkVersion(text);
        Optional<String> version = version(given);
        if (WITH_SERVICE.matcher(text).matches()) {
            return full(text, version);
        }
        String id = text.startsWith(COLLECTION) && !isDocumented(text) ? text.substring(COLLECTION.length()) : text;
        return completer.isId(id) ? completed(id, version) : bare(text, version);
    }

    /** Whether the service has such names, so that they are no ids to be completed. */
    private boolean isDocumented(String text) {
        return text.length() == COLLECTION.length()
                || defaults.service().stream()
                        .flatMap(service -> registry.versions(service).stream())
                        .anyMatch(version -> version.documents(ApiMethod.GET, ResourceName.parse(text)));
    }

    private Optional<String> version(Optional<String> given) {
        Optional<String> option = defaults.version();
        if (given.isPresent() && option.isPresent() && !given.equals(option)) {
            throw new IllegalArgumentException(
                    "the version is \"%s\" here, and \"%s\" by --api-version; leave out one of them"
                            .formatted(given.get(), option.get()));
        }
        return given.or(() -> option);
    }

    private ServiceRegistry in(Optional<String> version) {
        return version.map(registry::withVersion).orElse(registry);
    }

    private OperationName full(String text, Optional<String> version) {
        OperationName name = defaults.service()
                .map(service -> in(version).operation(service, text))
                .orElseGet(() -> in(version).operation(text));
        standardForm.check(name.service());
        return name;
    }

    private OperationName bare(String text, Optional<String> version) {
        try {
            return named(text, version);
        } catch (IllegalArgumentException mistake) {
            throw defaults.service().isPresent() && text.indexOf('/') < 0 ? NameErrors.idOnly(mistake) : mistake;
        }
    }

    private OperationName named(String text, Optional<String> version) {
        ResourceName name = ResourceName.parse(text);
        if (defaults.service().isEmpty()) {
            return resolver.documenting(ApiMethod.GET, name, version)
                    .map(definition -> OperationName.of(definition, name))
                    .orElseThrow(() -> NameErrors.withoutService(text));
        }
        return in(version).operation(defaults.service().get(), text);
    }

    /** Completes an id to a documented name only, so that nothing is guessed. */
    private OperationName completed(String id, Optional<String> version) {
        String name = completer.complete(id);
        defaults.service().ifPresent(service -> checkCompleted(id, name, in(version), service));
        return bare(name, version);
    }

    private void checkCompleted(String id, String name, ServiceRegistry services, String service) {
        ServiceDefinition preferred = services.service(service);
        ResourceName completed = ResourceName.parse(name);
        boolean documented =
                services.versions(service).stream().anyMatch(version -> version.documents(ApiMethod.GET, completed));
        if (!documented) {
            throw NameErrors.notCompleted(id, OperationName.of(preferred, completed), lacksLocation(id, preferred));
        }
    }

    /** Whether a location would make it a documented name. */
    private boolean lacksLocation(String id, ServiceDefinition service) {
        String any = completer.parent() + "/locations/l/operations/" + id;
        return completer.location().isEmpty() && service.documents(ApiMethod.GET, ResourceName.parse(any));
    }
}
