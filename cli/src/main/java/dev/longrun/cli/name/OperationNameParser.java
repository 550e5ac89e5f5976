// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import dev.longrun.name.InvalidNameException;
import dev.longrun.name.ResourceName;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationsMethod;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads an operation's name in any of these forms.
 *
 * <pre>
 * //file.googleapis.com/projects/p/locations/l/operations/o
 * https://file.googleapis.com/v1/projects/p/locations/l/operations/o
 * projects/p/locations/l/operations/o                                --service file
 * o                                                                  --service file --project p --location l
 * </pre>
 *
 * <p>A bare name does not tell its service. Without one it is refused, except where requests go to an endpoint on this
 * machine: see {@link DefaultServiceResolver}.
 */
public final class OperationNameParser {
    static final Pattern TELLS_SERVICE = Pattern.compile("(?is)(https?:)?//.*|[^/]+\\.googleapis\\.com/.*");

    private final ServiceRegistry registry;
    private final NameDefaults naming;
    private final NameCompleter shortNames;
    private final DefaultServiceResolver assumed;

    /** @param notes is told when a service had to be assumed */
    public OperationNameParser(ServiceRegistry registry, NameDefaults naming, Consumer<String> notes) {
        this.registry = registry;
        this.naming = naming;
        this.shortNames = new NameCompleter(naming);
        this.assumed = new DefaultServiceResolver(registry, naming, notes);
    }

    /** @throws InvalidNameException if it is none of these, or does not agree with the options */
    public OperationName read(String text) {
        return read(text, Optional.empty());
    }

    /** @param told the version of the API, where it stands beside the name */
    OperationName read(String text, Optional<String> told) {
        NameErrors.checkVersion(text);
        Optional<String> version = agreed(told);
        if (TELLS_SERVICE.matcher(text).matches()) {
            return full(text, version);
        }
        return shortNames.isId(text) ? completed(text, version) : bare(text, version);
    }

    private Optional<String> agreed(Optional<String> told) {
        Optional<String> option = naming.version();
        if (told.isPresent() && option.isPresent() && !told.equals(option)) {
            throw new InvalidNameException(
                    "the version is \"%s\" here, and \"%s\" by --api-version; leave out one of them"
                            .formatted(told.get(), option.get()));
        }
        return told.or(() -> option);
    }

    private OperationName full(String text, Optional<String> version) {
        OperationName told = naming.service()
                .map(service -> registry.operation(service, text))
                .orElseGet(() -> registry.operation(text));
        return version.map(wanted -> registry.service(told.service().name(), wanted))
                .map(definition -> OperationName.of(definition, text))
                .orElse(told);
    }

    private OperationName bare(String text, Optional<String> version) {
        try {
            return named(text, version);
        } catch (InvalidNameException mistake) {
            throw naming.service().isPresent() && text.indexOf('/') < 0 ? NameErrors.idOnly(mistake) : mistake;
        }
    }

    private OperationName named(String text, Optional<String> version) {
        ResourceName name = ResourceName.parse(text);
        if (naming.service().isEmpty()) {
            return assumed.documenting(OperationsMethod.GET, name, version)
                    .map(definition -> OperationName.of(definition, name))
                    .orElseThrow(() -> NameErrors.withoutService(text));
        }
        String service = naming.service().get();
        return version.map(wanted -> OperationName.of(registry.service(service, wanted), text))
                .orElseGet(() -> registry.operation(service, text));
    }

    /** An id alone is completed only to a name that is documented: nothing is guessed. */
    private OperationName completed(String id, Optional<String> version) {
        OperationName name = bare(shortNames.complete(id), version);
        ServiceDefinition service = name.service();
        if (service.rule(OperationsMethod.GET, name.resource()).isEmpty()) {
            throw NameErrors.notCompleted(id, name, lacksLocation(id, service));
        }
        return name;
    }

    /** Whether a location would make it a name that is documented. */
    private boolean lacksLocation(String id, ServiceDefinition service) {
        String any = shortNames.parent() + "/locations/l/operations/" + id;
        return naming.location().isEmpty()
                && service.rule(OperationsMethod.GET, ResourceName.parse(any)).isPresent();
    }
}
