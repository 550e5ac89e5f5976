// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import dev.longrun.name.ResourceName;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceRegistry;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Parses the parent whose operations are listed: {@code //file.googleapis.com/projects/p/locations/l}, the URL of a
 * list, or a bare name with a service. {@code -} as the location means all locations, on services that offer it.
 */
public final class ParentParser {
    private static final ResourceName OPERATIONS = ResourceName.parse("operations");

    private final ServiceRegistry registry;
    private final NameDefaults defaults;
    private final DefaultServiceResolver resolver;
    private final StandardFormNote standardForm;

    /** @param notes receives a line for each service that had to be chosen, or is not known */
    public ParentParser(ServiceRegistry registry, NameDefaults defaults, Consumer<String> notes) {
        this.registry = defaults.version().map(registry::withVersion).orElse(registry);
        this.defaults = defaults;
        this.resolver = new DefaultServiceResolver(registry, defaults, notes);
        this.standardForm = new StandardFormNote(registry, notes);
    }

    /** @throws IllegalArgumentException if the text has none of these forms, or contradicts the options */
    public OperationParent parse(String text) {
        NameErrors.checkStray(text);
        return parsed(text.strip());
    }

    private OperationParent parsed(String text) {
        NameErrors.checkVersion(text);
        if (OperationNameParser.WITH_SERVICE.matcher(text).matches()) {
            return full(text);
        }
        ResourceName name = ResourceName.parse(text);
        return defaults.service()
                .map(service -> registry.parent(service, text))
                .orElseGet(() -> resolver.documenting(ApiMethod.LIST, name, defaults.version())
                        .map(definition -> OperationParent.of(definition, text))
                        .orElseThrow(() -> NameErrors.withoutService(text)));
    }

    /**
     * The parent of {@code --project} and {@code --location}; without them, that of operations without a parent, and
     * where the service has none, the parent of the environment's project and location.
     */
    public OperationParent ofOptions() {
        if (defaults.place().isGiven()) {
            return ofPlace();
        }
        Optional<String> service = defaults.service();
        if (service.isEmpty()) {
            if (defaults.onThisMachine() && defaults.project().isPresent()) {
                return ofPlace();
            }
            throw new IllegalArgumentException(
                    "a PARENT is missing, such as //file.googleapis.com/projects/P/locations/L;"
                            + " or give --service, --project and --location");
        }
        boolean hasNone = registry.versions(service.get()).stream()
                .anyMatch(version -> version.documents(ApiMethod.LIST, OPERATIONS));
        return hasNone || defaults.project().isEmpty() ? registry.parent(service.get(), "") : ofPlace();
    }

    private OperationParent ofPlace() {
        return parsed(new NameCompleter(registry, defaults).parent());
    }

    private OperationParent full(String text) {
        OperationParent parent = defaults.service()
                .map(service -> registry.parent(service, text))
                .orElseGet(() -> registry.parent(text));
        standardForm.check(parent.service());
        return parent;
    }
}
